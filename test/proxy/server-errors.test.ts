import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { createNote, listNotes } from '../../highlevel/notes.ts';
import { arrange } from './arrange.ts';

/** The panel's own client before a proxy. */
async function arrangeClient() {
  const { proxy, session, sandbox, contactId } = await arrange();
  const fetch: typeof globalThis.fetch = async (input, init) => proxy.fetch(new Request(input, init));
  const api = createApi({ via: 'proxy', url: 'http://127.0.0.1', session: async () => session }, { fetch });
  const asked = (method: string) => sandbox.requests.filter((sent) => sent.method === method).length;
  return { api, sandbox, contactId, asked };
}

test.each([500, 502, 503, 504])('a read that HighLevel fails twice with %i comes through', async (status) => {
  const { api, sandbox, contactId, asked } = await arrangeClient();
  sandbox.faults.add('server-error', { status, times: 2 });
  expect((await getContact(api, contactId)).id).toBe(contactId);
  expect(asked('GET')).toBe(3);
});

test('a read that HighLevel goes on failing is given up after the third', async () => {
  const { api, sandbox, contactId, asked } = await arrangeClient();
  sandbox.faults.add('server-error', { status: 503 });
  await expect(getContact(api, contactId)).rejects.toMatchObject({ code: 'unreachable' });
  expect(asked('GET')).toBe(3);
});

test.each([500, 502, 503, 504])('a note that HighLevel fails with %i is sent once', async (status) => {
  const { api, sandbox, contactId, asked } = await arrangeClient();
  sandbox.faults.add('server-error', { status, method: 'POST' });
  await expect(createNote(api, contactId, { body: 'Once' })).rejects.toMatchObject({
    details: { unknownOutcome: true },
  });
  expect(asked('POST')).toBe(1);
});

test('a note under a key is looked for before it is sent once more', async () => {
  const { api, sandbox, contactId, asked } = await arrangeClient();
  sandbox.faults.add('server-error', { status: 503, method: 'POST', times: 1 });
  await createNote(api, contactId, { body: 'Once' }, { key: 'wish' });
  const order = sandbox.requests.map(({ method }) => method);
  expect(order.slice(order.indexOf('POST') + 1, order.lastIndexOf('POST'))).toContain('GET');
  expect(asked('POST')).toBe(2);
  const made = (await listNotes(api, contactId)).filter(({ body }) => body === 'Once');
  expect(made).toHaveLength(1);
});
