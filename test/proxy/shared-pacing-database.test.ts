import { expect, onTestFinished, test } from 'vitest';
import { openMembership } from '../../proxy/rate-limit/membership.ts';
import type { Member, Usage } from '../../proxy/rate-limit/quota.ts';
import { databaseKinds, newDatabase, newStore, openStore } from '../helpers/databases.ts';

const idle: Usage = { fits: () => true, longestInterval: () => 10_000, lasting: () => 0 };
const busy: Usage = { ...idle, fits: (divisor) => divisor === 1, lasting: () => 10_000 };
const window = { max: 100, interval: 10_000 };

async function arrange(usage: Usage, url: string) {
  const store = await openStore(url);
  const membership = openMembership(store);
  const quota = membership.join(usage);
  onTestFinished(() => membership.leave());
  const share = (expected: number) => expect.poll(() => quota.of(window)).toBe(expected);
  const rows = async () => {
    const row = await store.selectFrom('pacing').selectAll().executeTakeFirstOrThrow();
    return JSON.parse(row.members) as Member[];
  };
  return { store, membership, quota, share, rows };
}

test.each(databaseKinds)('two share the window, and the one that stays gets it back, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const one = await arrange(idle, url);
  await one.share(100);
  const other = await arrange(idle, url);
  await Promise.all([one.share(50), other.share(50)]);
  await other.membership.leave();
  expect(other.quota.of(window)).toBe(0);
  await one.share(100);
});

test.each(databaseKinds)('what was sent before the stop keeps its part, on %s', async (kind) => {
  const url = await newDatabase(kind);
  const one = await arrange(busy, url);
  await one.share(100);
  await one.membership.leave();
  const [row] = await one.rows();
  expect(row).toMatchObject({ divisor: 1, ttl: 10_000 });
  const other = await arrange(idle, url);
  await expect.poll(async () => (await other.rows()).length).toBe(2);
  expect(other.quota.of(window)).toBe(0);
  expect(other.quota.wait()).toBeLessThanOrEqual(10_000);
});

test('nothing is sent once the database has been out of reach for too long', async () => {
  const store = await newStore('the embedded database');
  const membership = openMembership(store);
  const quota = membership.join(idle);
  onTestFinished(() => membership.leave());
  await expect.poll(() => quota.of(window)).toBe(100);
  await store.destroy();
  await expect.poll(() => quota.of(window)).toBe(0);
});
