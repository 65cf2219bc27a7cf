import { expect, test } from 'vitest';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { arrangeState } from './arrange-state.ts';

const keys = ['carry:contact1', 'carry:contact2'];

/** Pages at two proxies on one database. */
async function arrange(kind: (typeof databaseKinds)[number]) {
  const url = await newDatabase(kind);
  return [await arrangeState(url), await arrangeState(url)] as const;
}

test.each(databaseKinds)('of many pages that claim a key at once one gets it, on %s', async (kind) => {
  const proxies = await arrange(kind);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => proxies[index % 2]?.state.claim(`page${index}`, keys, 60_000)),
  );
  for (const key of keys) expect(answers.filter((granted) => granted?.has(key))).toHaveLength(1);
});

test.each(databaseKinds)('a page keeps what it has, and gets the free ones of many, on %s', async (kind) => {
  const [{ state }] = await arrange(kind);
  await state.claim('page1', keys.slice(0, 1), 60_000);
  expect(await state.claim('page2', keys, 60_000)).toEqual(new Set(keys.slice(1)));
  expect(await state.claim('page1', keys, 60_000)).toEqual(new Set(keys.slice(0, 1)));
});

test.each(databaseKinds)('a released key is free, and nobody releases the key of another, on %s', async (kind) => {
  const [{ state }] = await arrange(kind);
  await state.claim('page1', keys, 60_000);
  await state.release('page2', keys);
  expect(await state.claim('page2', keys, 60_000)).toEqual(new Set());
  await state.release('page1', keys.slice(0, 1));
  expect(await state.claim('page2', keys, 60_000)).toEqual(new Set(keys.slice(0, 1)));
});

test.each(databaseKinds)('a lease that is not renewed ends, on %s', async (kind) => {
  const [{ state }] = await arrange(kind);
  await state.claim('page1', keys, 1);
  await expect.poll(async () => (await state.claim('page2', keys, 60_000)).size).toBe(2);
});

test.runIf(databaseKinds.includes('Postgres'))(
  'a proxy whose clock is ten seconds ahead does not take a lease that runs, on Postgres',
  async () => {
    const [one, ahead] = await arrange('Postgres');
    ahead.later(10_000);
    await one.state.claim('page1', keys, 5_000);
    expect(await ahead.state.claim('page2', keys, 5_000)).toEqual(new Set());
    await one.state.release('page1', keys);
    await ahead.state.claim('page2', keys, 5_000);
    expect(await one.state.claim('page1', keys, 5_000)).toEqual(new Set());
  },
);

test('leases of another location of the document are others', async () => {
  const url = await newDatabase('the embedded database');
  const [one, other] = [await arrangeState(url), await arrangeState(url, { locationId: 'loc2' })];
  await one.state.claim('page1', keys, 60_000);
  expect(await other.state.claim('page2', keys, 60_000)).toEqual(new Set(keys));
});

test.each(databaseKinds)('a lease ends with the outcome of what was done under it, on %s', async (kind) => {
  const [{ state }] = await arrange(kind);
  await state.claim('page1', keys, 60_000);
  await state.finish([], [], { holder: 'page1', keys: keys.slice(0, 1) });
  expect(await state.claim('page2', keys, 60_000)).toEqual(new Set(keys.slice(0, 1)));
});
