import { expect, test } from 'vitest';
import { createVault } from '../../proxy/secrets/vault.ts';
import { createStateTables } from '../../proxy/state/state.ts';
import { openStorage } from '../../proxy/storage.ts';
import { newStore } from '../helpers/databases.ts';
import { arrange, openSessions } from './arrange.ts';

/** Names that every object of JavaScript has already. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

async function arrangeState() {
  const store = await newStore('the embedded database');
  const { keys } = await openStorage('file::memory:');
  const connection = { locationId: 'loc1', locationName: 'Sandbox', token: async () => '' };
  const { proxy, session } = await arrange({
    sessions: openSessions('editor', connection),
    state: createStateTables(store, createVault(keys)),
  });
  return async (path: string, body: unknown) => {
    const answer = await proxy.request(`http://127.0.0.1/api/state/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
}

test.each(inherited)('a contact called %s has a base of its own, and no other object has it', async (contactId) => {
  const call = await arrangeState();
  const agreements = [{ contactId, fields: { polluted: { value: 'a', version: 0 } } }];
  const agreed = await call('agree', { agreements });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect((Object as unknown as { polluted?: unknown }).polluted).toBeUndefined();
  const read = await call('base', { contactIds: [contactId] });
  for (const { status, text } of [agreed, read]) {
    expect(status).toBe(200);
    expect(text).toContain(`"${contactId}":{"polluted":{"value":"a"`);
  }
  expect((await call('base', { contactIds: ['contact1'] })).text).toBe('{"contacts":{}}');
});

test.each([2 ** 31, Number.MAX_SAFE_INTEGER, 0.5, -1])('the version %d is refused', async (version) => {
  const call = await arrangeState();
  const agreements = [{ contactId: 'contact1', fields: { city: { value: 'a', version } } }];
  expect((await call('agree', { agreements })).status).toBe(400);
});

test.each([2 ** 31, 0.5, 1e300])('the row %d is refused', async (rowId) => {
  const call = await arrangeState();
  const what = { contactId: 'contact1', act: 'field', what: 'city', from: '', to: '', via: 'panel' };
  expect((await call('begin', { intents: [{ id: crypto.randomUUID(), rowId, ...what }] })).status).toBe(400);
});

test.each(inherited.slice(2))('a field called %s is stored like any other', async (field) => {
  const call = await arrangeState();
  await call('agree', { agreements: [{ contactId: 'contact1', fields: { [field]: { value: 'a', version: 0 } } }] });
  expect((await call('base', { contactIds: ['contact1'] })).text).toContain(`"contact1":{"${field}":{"value":"a"`);
});
