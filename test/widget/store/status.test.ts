import { beforeEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../../engine/failure.ts';
import { createClock } from '../../../widget/store/clock.ts';
import { chooseBanner, chooseStatus } from '../../../widget/store/status.ts';
import type { FieldView } from '../../../widget/store/views/fields.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const field = (mark: FieldView['mark']) => ({ mark }) as FieldView;

/** Everything at once; each test takes the most urgent away. */
const all = {
  online: false,
  readOnly: true,
  isFollowing: true,
  fields: [field('failed'), field('differs'), field('unsaved')],
  failedEntries: 1,
  elsewhere: { failed: 1, waiting: 1 },
  saving: true,
  waiting: 2,
  limitedUntil: 5,
  loading: true,
  asOf: 1,
  error: undefined as Failure | undefined,
};

test('of many facts the most urgent is told', () => {
  const told: unknown[] = [];
  const facts = { ...all };
  const tell = (change: Partial<typeof all>) => told.push(chooseStatus(Object.assign(facts, change)));
  tell({});
  tell({ online: true });
  tell({ fields: [field('differs'), field('unsaved')], failedEntries: 0 });
  tell({ elsewhere: { failed: 0, waiting: 1 } });
  tell({ fields: [field('unsaved')] });
  tell({ fields: [], elsewhere: { failed: 0, waiting: 0 } });
  told.push(chooseStatus({ ...facts, limitedUntil: null }));
  facts.saving = false;
  told.push(chooseStatus({ ...facts, limitedUntil: null }));
  told.push(chooseStatus({ ...facts, limitedUntil: null, loading: false }));
  expect(told).toEqual([
    { kind: 'offline', waiting: 2 },
    { kind: 'failed', count: 3 },
    { kind: 'failed', count: 1 },
    { kind: 'differs', count: 1 },
    { kind: 'waiting', count: 2 },
    { kind: 'rate-limited', until: 5, asOf: 1 },
    { kind: 'saving' },
    { kind: 'loading' },
    { kind: 'up-to-date', asOf: 1 },
  ]);
});

test('the banner tells why things may be old or cannot be changed', () => {
  expect(chooseBanner(all)).toEqual({ kind: 'offline', waiting: 2 });
  expect(chooseBanner({ ...all, online: true })).toEqual({ kind: 'rate-limited', until: 5 });
  expect(chooseBanner({ ...all, online: true, limitedUntil: null })).toEqual({ kind: 'read-only' });
  const quiet = { ...all, online: true, limitedUntil: null };
  const error = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
  expect(chooseBanner({ ...quiet, error })).toEqual({ kind: 'down', who: 'proxy', asOf: 1 });
  expect(chooseBanner({ ...quiet, error: { ...error, answered: true } })).toMatchObject({ who: 'highlevel' });
  expect(chooseBanner({ ...quiet, isFollowing: false })).toEqual({ kind: 'read-only' });
  expect(chooseBanner({ ...quiet, readOnly: false, isFollowing: false })).toEqual({ kind: 'follows-nothing' });
  expect(chooseBanner({ ...quiet, readOnly: false })).toBeNull();
});

test('the clock ticks each second while something counts down, else each minute', () => {
  const clock = createClock();
  const ticks = vi.fn();
  clock.now.subscribe(ticks);
  ticks.mockClear();
  vi.advanceTimersByTime(120_000);
  expect(ticks).toHaveBeenCalledTimes(2);
  clock.countTo(Date.now() + 5000);
  ticks.mockClear();
  vi.advanceTimersByTime(5000);
  expect(ticks).toHaveBeenCalledTimes(5);
  vi.advanceTimersByTime(120_000);
  expect(ticks).toHaveBeenCalledTimes(7);
  clock.dispose();
  vi.advanceTimersByTime(600_000);
  expect(ticks).toHaveBeenCalledTimes(7);
});
