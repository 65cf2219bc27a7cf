import { beforeEach, expect, test, vi } from 'vitest';
import { HighLevelError } from '../../../highlevel/errors.ts';
import type { Session } from '../../../panel-api/session.ts';
import { createSession } from '../../../widget/store/connecting/session.ts';
import { createFakeSection } from '../../helpers/fake-section.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

function start(changes: Partial<Session> = {}) {
  let count = 0;
  const open = vi.fn(
    async (): Promise<Session> => ({
      session: `session ${++count}`,
      role: 'editor',
      expiresAt: Date.now() + 10 * minute,
      connection: { locationId: 'loc1', locationName: 'Here', connectedAt: null, scopes: [], broken: false },
      canConnect: false,
      ...changes,
    }),
  );
  const grist = createFakeSection();
  return { grist, open, session: createSession({ section: grist.section, open }) };
}

test('Grist’s word is exchanged once for all who ask at the same time', async () => {
  const { session, open } = start();
  const tokens = await Promise.all(Array.from({ length: 10 }, () => session.token()));
  expect(new Set(tokens)).toEqual(new Set(['session 1']));
  expect(open).toHaveBeenCalledTimes(1);
  expect(open).toHaveBeenCalledWith({ token: 'grist-token', docId: 'doc1', origin: 'https://grist.test' });
  expect(session.role.value).toBe('editor');
  await expect(session.locationId()).resolves.toBe('loc1');
});

test('a session is renewed before it ends', async () => {
  const { session } = start();
  await session.token();
  vi.advanceTimersByTime(8 * minute);
  await expect(session.token()).resolves.toBe('session 1');
  vi.advanceTimersByTime(minute + 1);
  await expect(session.token()).resolves.toBe('session 2');
});

test('ten calls that were refused renew it once', async () => {
  const { session, open } = start();
  const refused = await session.token();
  const tokens = await Promise.all(Array.from({ length: 10 }, () => session.token(refused)));
  expect(new Set(tokens)).toEqual(new Set(['session 2']));
  expect(open).toHaveBeenCalledTimes(2);
  await expect(session.token(refused)).resolves.toBe('session 2');
});

test('silence is tried once more with a new token of Grist’s', async () => {
  const { session, open, grist } = start();
  const asked = vi.spyOn(grist.section, 'accessToken');
  open.mockRejectedValueOnce(new HighLevelError('unreachable', 'POST session: cut'));
  await expect(session.token()).resolves.toBe('session 1');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a refusal is not tried again', async () => {
  const { session, open } = start();
  open.mockRejectedValueOnce(new HighLevelError('forbidden', 'POST session: forbidden (403)'));
  await expect(session.token()).rejects.toMatchObject({ code: 'forbidden' });
  expect(open).toHaveBeenCalledTimes(1);
});

test('a failure is not remembered', async () => {
  const { session, grist } = start();
  grist.refuse('accessToken', 'unknown');
  await expect(session.token()).rejects.toMatchObject({ name: 'GristError' });
  await expect(session.token()).resolves.toBe('session 1');
});

test('a document without a location says so, and is asked again later', async () => {
  const { session, open } = start({ connection: null });
  await expect(session.locationId()).rejects.toMatchObject({ code: 'not-connected' });
  await expect(session.locationId()).rejects.toMatchObject({ code: 'not-connected' });
  expect(open).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(6000);
  await session.locationId().catch(() => {});
  expect(open).toHaveBeenCalledTimes(2);
});
