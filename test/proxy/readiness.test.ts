import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createReadiness } from '../../proxy/readiness.ts';
import { openStorage } from '../../proxy/storage.ts';

/** A database, and a clock by which an answer ends. */
async function arrange() {
  const { store, ledger } = await openStorage('file::memory:');
  let ahead = 0;
  const isWritable = createReadiness(ledger, () => Date.now() + ahead);
  const ask = () => {
    ahead += 1001;
    return isWritable();
  };
  return { store, ledger, isWritable, ask };
}

test('a database with room is ready, and nothing of the question stays', async () => {
  const { store, ask } = await arrange();
  for (let turn = 0; turn < 3; turn += 1) expect(await ask()).toBe(true);
  expect(await store.selectFrom('idempotency').selectAll().execute()).toEqual([]);
});

test('a full database is not ready, and is once there is room', async () => {
  const { store, ask } = await arrange();
  await sql`pragma max_page_count = 1`.execute(store);
  expect(await ask()).toBe(false);
  await sql`pragma max_page_count = 100000`.execute(store);
  expect(await ask()).toBe(true);
});

test('a read-only database is not ready', async () => {
  const { store, ask } = await arrange();
  await sql`pragma query_only = 1`.execute(store);
  expect(await ask()).toBe(false);
});

test('a thousand questions at once write once', async () => {
  let probes = 0;
  const isWritable = createReadiness({ probe: async () => void probes++ });
  await Promise.all(Array.from({ length: 1000 }, isWritable));
  expect(probes).toBe(1);
});

test('a database that does not answer is not ready', async () => {
  const isWritable = createReadiness({ probe: () => new Promise(() => {}) });
  expect(await isWritable()).toBe(false);
});
