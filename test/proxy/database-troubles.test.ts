import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../../proxy/database/open.ts';
import { openStorage } from '../../proxy/storage.ts';
import { arrange, errorOf } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

const troubles: Record<string, (store: Store) => Promise<unknown>> = {
  'is read-only': (store) => sql`pragma query_only = 1`.execute(store),
  // Not a page more than there are.
  'is full': (store) => sql`pragma max_page_count = 1`.execute(store),
  'was closed': (store) => store.destroy(),
};

async function arrangeNotes() {
  const storage = await openStorage('file::memory:');
  const arranged = await arrange({ ledger: storage.ledger });
  const { call, contactId, sent } = arranged;
  const large = { body: 'Called, no answer. '.repeat(2000) };
  const add = (key: string, body = large) =>
    call('POST', `/contacts/${contactId}/notes`, { body, headers: { 'idempotency-key': key } });
  const posts = () => sent.filter(({ method }) => method === 'POST').length;
  return { ...arranged, storage, add, posts };
}

test.each(Object.entries(troubles))('sends no create when the database %s', async (_name, trouble) => {
  const { storage, add, posts } = await arrangeNotes();
  // Fills what is left of the page at hand.
  for (let key = 0; key < 20; key += 1) await add(`before ${key}`, { body: `${key}` });
  const before = posts();
  await trouble(storage.store);
  let answer = await add('k1', { body: 'Called' });
  // A page that is there already may take a few rows more.
  for (let key = 2; answer.status === 201 && key < 200; key += 1)
    answer = await add(`k${key}`, { body: `Called ${key}` });
  const taken = posts() - before;
  expect(answer.status).toBe(503);
  expect(await errorOf(answer)).toMatchObject({ code: 'unreachable', reason: 'database', retryAfter: 10 });
  await add('last');
  expect(posts() - before).toBe(taken);
});

test('is not ready while the database is read-only', async () => {
  const { storage, proxy } = await arrangeNotes();
  const status = async () => (await (await proxy.request('http://127.0.0.1/readyz')).json()) as object;
  await sql`pragma query_only = 1`.execute(storage.store);
  expect(await status()).not.toEqual({ status: 'ready' });
});

test('tells a note that was made although its outcome could not be kept, and makes it once', async () => {
  const { storage, add, posts, sandbox } = await arrangeNotes();
  const done = storage.ledger.done;
  storage.ledger.done = () => Promise.reject(new Error('SQLITE_FULL'));
  expect((await add('k1')).status).toBe(201);
  storage.ledger.done = done;
  expect((await add('k1')).status).toBe(201);
  expect(posts()).toBe(1);
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('redeems no refresh token while the database is read-only', async () => {
  const { sandbox, storage, connect, enter, request, contactPath } = await arrangeOauth();
  await connect();
  const { session } = await enter();
  sandbox.grants.expire();
  const redemptions = () => sandbox.requests.filter(({ path }) => path.endsWith('/oauth/token')).length;
  const before = redemptions();
  await sql`pragma query_only = 1`.execute(storage.store);
  expect((await request('GET', contactPath, session)).status).toBe(503);
  expect(redemptions()).toBe(before);
  await sql`pragma query_only = 0`.execute(storage.store);
  expect((await request('GET', contactPath, session)).status).toBe(200);
});
