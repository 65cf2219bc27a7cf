import { beforeEach, expect, test, vi } from 'vitest';
import { createVault } from '../../proxy/secrets/vault.ts';
import type { Sessions } from '../../proxy/sessions.ts';
import { createStateTables } from '../../proxy/state/state.ts';
import { openStorage } from '../../proxy/storage.ts';
import { newStore } from '../helpers/databases.ts';
import { arrange as arrangeProxy, docId, openSessions, origin } from './arrange.ts';

// One moment: budgets are those of one window.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  return () => vi.useRealTimers();
});

/** A proxy whose sessions are the users' numbers, and its calls in the order in which they were answered. */
async function arrange() {
  const store = await newStore('the embedded database');
  const { keys } = await openStorage('file::memory:');
  const connection = { locationId: 'loc1', locationName: 'Sandbox', token: async () => '' };
  const find: Sessions['find'] = async (session = '') => ({
    session,
    role: 'editor',
    expiresAt: Date.now() + 600_000,
    person: { origin, docId, userId: Number(session), role: 'editor' },
    connection,
  });
  const { screen } = openSessions('editor', connection);
  const sessions: Sessions = { find, open: async () => find('1'), screen };
  const { proxy } = await arrangeProxy({ sessions, state: createStateTables(store, createVault(keys)) });
  const answered: string[] = [];
  const call = async (name: string, user: number, path: string, body: unknown, headers: object = {}) => {
    const answer = await proxy.request(`http://127.0.0.1/api/state/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user}`, ...headers },
      body: JSON.stringify(body),
    });
    answered.push(name);
    return answer;
  };
  return { store, call, answered };
}

const madeUp = (turn: number) => ({
  agreements: Array.from({ length: 50 }, (_, contact) => ({
    contactId: `madeUp${turn}-${contact}`,
    fields: Object.fromEntries(Array.from({ length: 20 }, (_, field) => [`field${field}`, { value: '', version: 0 }])),
  })),
});

test('a flood of made-up values is stored up to the budget of one user, and the rest is refused', async () => {
  const { store, call } = await arrange();
  const flood = await Promise.all(Array.from({ length: 15 }, (_, turn) => call('flood', 1, 'agree', madeUp(turn))));
  const refused = flood.filter(({ status }) => status === 429);
  expect(flood.filter(({ status }) => status === 200)).toHaveLength(4);
  expect(refused).toHaveLength(11);
  for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(2);
  expect(await store.selectFrom('agreement').select('field').execute()).toHaveLength(4_000);
});

test('what others do in the meantime is answered before the flood', async () => {
  const { call, answered } = await arrange();
  const flood = Array.from({ length: 15 }, (_, turn) => call('flood', 1, 'agree', madeUp(turn)));
  const others = [
    call('read', 2, 'base', { contactIds: ['contact1'] }),
    call('write', 2, 'agree', { agreements: [{ contactId: 'contact1', fields: { city: { value: '', version: 0 } } }] }),
  ];
  for (const { status } of await Promise.all(others)) expect(status).toBe(200);
  expect(answered.filter((name) => name === 'flood').length).toBeLessThanOrEqual(1);
  await Promise.all(flood);
});

test('large calls of another user wait for one of the flood’s, and bulk for those of people', async () => {
  const { call, answered } = await arrange();
  const flood = Array.from({ length: 5 }, (_, turn) => call('flood', 1, 'agree', madeUp(turn)));
  const bulk = call('bulk', 2, 'agree', madeUp(100), { 'x-priority': 'bulk' });
  const other = call('other', 3, 'agree', madeUp(200));
  expect((await other).status).toBe(200);
  expect(answered.indexOf('other')).toBeLessThanOrEqual(2);
  await Promise.all([...flood, bulk]);
  expect(answered.at(-1)).toBe('bulk');
});
