import { expect, test, vi } from 'vitest';
import { HighLevelError } from '../../../highlevel/errors.ts';
import { createCache } from '../../../widget/store/reading/cache.ts';
import { createLoadable } from '../../../widget/store/reading/resource.ts';

/** A loadable whose fetches end when told. */
function start() {
  const fetches: { resolve(data: string): void; reject(error: unknown): void; signal: AbortSignal }[] = [];
  const loadable = createLoadable<string>(
    ({ signal }) => new Promise((resolve, reject) => fetches.push({ resolve, reject, signal })),
  );
  return { loadable, fetches };
}

test('old data stays visible while it refreshes', async () => {
  const { loadable, fetches } = start();
  loadable.put('old');
  const done = loadable.load();
  expect(loadable.state.value).toMatchObject({ data: 'old', loading: true });
  fetches[0]!.resolve('new');
  await done;
  expect(loadable.state.value).toMatchObject({ data: 'new', loading: false, error: undefined });
});

test('a failure keeps the old data and says why', async () => {
  const { loadable, fetches } = start();
  loadable.put('old');
  const done = loadable.load();
  fetches[0]!.reject(new HighLevelError('unreachable', 'cut'));
  await done;
  expect(loadable.state.value).toMatchObject({ data: 'old', loading: false, error: { code: 'unreachable' } });
});

test('two loads at the same time are one', () => {
  const { loadable, fetches } = start();
  loadable.load();
  loadable.load();
  expect(fetches).toHaveLength(1);
});

test('what is put meanwhile is not replaced by an answer from before', async () => {
  const { loadable, fetches } = start();
  const done = loadable.load();
  loadable.put('saved');
  fetches[0]!.resolve('from before');
  await done;
  expect(loadable.state.value).toMatchObject({ data: 'saved', loading: false });
});

test('a cancelled load writes nothing and a new one counts', async () => {
  const { loadable, fetches } = start();
  const first = loadable.load();
  loadable.cancel();
  expect(fetches[0]!.signal.aborted).toBe(true);
  expect(loadable.state.value).toMatchObject({ loading: false, error: undefined });
  const second = loadable.load();
  fetches[0]!.resolve('first');
  fetches[1]!.resolve('second');
  await Promise.all([first, second]);
  expect(loadable.state.value.data).toBe('second');
});

test('the cache drops what was used longest ago, but nothing that is busy', () => {
  const leave = vi.fn();
  const cache = createCache(2, { make: (key) => `value ${key}`, leave, isBusy: (key) => key === 'a' });
  for (const key of ['a', 'b', 'c']) cache.open(key);
  expect(leave).toHaveBeenCalledWith('value b');
  expect([cache.peek('a'), cache.peek('b'), cache.peek('c')]).toEqual(['value a', undefined, 'value c']);
});

test('the cache gives the same value again', () => {
  const make = vi.fn((key: string) => ({ key }));
  const cache = createCache(2, { make, leave: () => {}, isBusy: () => false });
  expect(cache.open('a')).toBe(cache.open('a'));
  expect(make).toHaveBeenCalledTimes(1);
});
