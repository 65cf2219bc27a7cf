import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { createNote, listNotes } from '../../highlevel/notes.ts';
import { arrange } from './arrange.ts';

async function arrangeClient() {
  const { proxy, session, sandbox, contactId } = await arrange();
  const fetch: typeof globalThis.fetch = async (input, init) => proxy.fetch(new Request(input, init));
  const api = createApi({ via: 'proxy', url: 'http://127.0.0.1', session: async () => session }, { fetch });
  const body = 'Ask about the second order';
  const count = async () => (await listNotes(api, contactId)).filter((note) => note.body === body).length;
  return { api, sandbox, contactId, note: { body }, count };
}

test('the client makes one note of one wish, though its answer is cut and it is wished twice', async () => {
  const { api, sandbox, contactId, note, count } = await arrangeClient();
  sandbox.faults.add('cut-after', { times: 1, method: 'POST' });
  sandbox.faults.add('cut-before', { times: 1, skip: 1, method: 'GET' });
  const first = await createNote(api, contactId, note, { key: 'wish' });
  const second = await createNote(api, contactId, note, { key: 'wish' });
  expect(second.id).toBe(first.id);
  expect(await count()).toBe(1);
});

test('without a key a note whose answer is cut is told as unknown, and not repeated', async () => {
  const { api, sandbox, contactId, note, count } = await arrangeClient();
  sandbox.faults.add('cut-after', { times: 1, method: 'POST' });
  await expect(createNote(api, contactId, note)).rejects.toMatchObject({ details: { unknownOutcome: true } });
  expect(await count()).toBe(1);
});
