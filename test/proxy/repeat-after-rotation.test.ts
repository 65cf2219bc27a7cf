import { expect, test } from 'vitest';
import { createLedger } from '../../proxy/idempotency/store.ts';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { newStore } from '../helpers/databases.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { arrange, errorOf, openSessions } from './arrange.ts';

type Call = Awaited<ReturnType<typeof arrange>>['call'];

const old = 'an-old-secret-of-at-least-32-characters';
const fresh = 'a-newer-secret-of-at-least-32-characters';

/** A note that is made under the old key and repeated at a proxy that has only the new one. */
async function repeat(between: (path: string, noteId: string, call: Call) => unknown = () => {}) {
  const store = await newStore('the embedded database');
  const sandbox = createSandbox({ contacts: 1 });
  const { locationId, token } = sandbox.info;
  const connection = { locationId, locationName: 'Sandbox', token: async () => token };
  const proxyWith = async (secret: string) => {
    const ledger = createLedger(store, createVault(parseKeys(secret)));
    return arrange({ ledger, sessions: openSessions('owner', connection), fetch: sandboxFetch(sandbox) });
  };
  const [before, after] = [await proxyWith(old), await proxyWith(fresh)];
  const path = `/contacts/${sandbox.info.contactIds[0]}/notes`;
  const add = ({ call }: typeof before) =>
    call('POST', path, { body: { body: 'Called' }, headers: { 'idempotency-key': 'k1' } });
  const idOf = async (answer: Response) => ((await answer.json()) as { note: { id: string } }).note.id;
  const made = await idOf(await add(before));
  await between(path, made, after.call);
  const posts = () => sandbox.requests.filter(({ method }) => method === 'POST').length;
  return { made, answer: await add(after), posts };
}

test('a repeat after the key was taken away finds what the first one made', async () => {
  const { made, answer, posts } = await repeat();
  expect(answer.status).toBe(201);
  expect(((await answer.json()) as { note: { id: string } }).note.id).toBe(made);
  expect(posts()).toBe(1);
});

test('a repeat after the key was taken away makes nothing that has been deleted since', async () => {
  const { answer, posts } = await repeat((path, noteId, call) => call('DELETE', `${path}/${noteId}`));
  expect(answer.status).toBe(409);
  expect(await errorOf(answer)).toMatchObject({ code: 'conflict' });
  expect(posts()).toBe(1);
});
