import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { execute } from '../../engine/execute.ts';
import type { NoteForm } from '../../engine/forms.ts';
import type { Kind, OperationOf } from '../../engine/operation.ts';
import { createApi } from '../../highlevel/client.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { createSyncState } from '../../panel-api/state.ts';
import { createCalls } from '../../widget/store/connecting/calls.ts';
import { createOutbox } from '../../widget/store/outbox.ts';
import { createRecordsCache } from '../../widget/store/reading/records.ts';
import { createWriting } from '../../widget/store/writing/entry-work.ts';
import { createPorts } from '../helpers/ports.ts';
import { arrange } from './arrange.ts';

const form: NoteForm = { kind: 'note', title: '', body: 'Prefers the oak.', pinned: false };

/** The panel's own writing of entries over a real proxy before a sandbox. */
async function arrangeWriting() {
  const { proxy, session, sandbox, contactId, locationId } = await arrange();
  const api = createApi(
    { via: 'proxy', url: 'http://127.0.0.1/', session: async () => session },
    { fetch: async (input, init) => proxy.fetch(new Request(input, init)) },
  );
  const ports = createPorts({ api, locationId, state: createSyncState(api) });
  const outbox = createOutbox(async () => (one, hooks) => execute(ports, one as OperationOf<Kind>, hooks as never));
  const writing = createWriting({
    api,
    outbox,
    records: createRecordsCache({ calls: createCalls(api), timeZone: async () => 'UTC', isBusy: () => false }),
    contactId: signal(contactId),
    now: signal(Date.now()),
    isReadOnly: () => false,
    calendars: () => new Map(),
    onDiscard: () => {},
  });
  const { work } = writing;
  const notes = async () =>
    (await listNotes(api, contactId)).map(({ body }) => body).filter((body) => body.startsWith('Prefers the oak'));
  const settled = () => vi.waitFor(() => expect(work.drafts.value.every(({ sending }) => !sending)).toBe(true));
  return { sandbox, outbox, work, notes, settled };
}

test('a note whose answers are cut again and again is made once', async () => {
  const { sandbox, work, notes, settled } = await arrangeWriting();
  sandbox.faults.add('cut-after', { method: 'POST', path: '/notes', times: 3 });
  const draftId = work.keep(null, form);
  work.submit(draftId);
  await settled();
  work.retry(draftId);
  await settled();
  expect(await notes()).toEqual(['Prefers the oak.']);
  expect(work.drafts.value).toEqual([]);
});

test('text changed after a try whose end nobody knew ends in one note with the new text', async () => {
  const { sandbox, work, notes, settled } = await arrangeWriting();
  sandbox.faults.add('cut-after', { method: 'POST', path: '/notes' });
  sandbox.faults.add('server-error', { method: 'GET', path: '/notes', skip: 1 });
  const draftId = work.keep(null, form);
  work.submit(draftId);
  await settled();
  expect(work.drafts.value).toMatchObject([{ failure: { code: 'unreachable' } }]);
  sandbox.faults.clear();
  work.keep(null, { ...form, body: 'Prefers the oak, after all.' });
  work.submit(draftId);
  await settled();
  expect(await notes()).toEqual(['Prefers the oak, after all.']);
});

test('a note that was refused is another one when it is sent again', async () => {
  const { sandbox, work, notes, settled } = await arrangeWriting();
  sandbox.faults.add('server-error', { method: 'POST', path: '/notes', status: 422, times: 1 });
  const draftId = work.keep(null, form);
  work.submit(draftId);
  await settled();
  expect(work.drafts.value).toMatchObject([{ failure: { code: 'rejected' } }]);
  work.submit(draftId);
  await settled();
  expect(await notes()).toEqual(['Prefers the oak.']);
});

test('a note taken up by the next page while the first one is still being answered is made once', async () => {
  const { sandbox, outbox, work, notes, settled } = await arrangeWriting();
  sandbox.faults.add('latency', { method: 'POST', path: '/notes', ms: 500, times: 1 });
  const draftId = work.keep(null, form);
  work.submit(draftId);
  await vi.waitFor(() => expect(outbox.peek(draftId)?.progress).toBeTruthy());
  const left = outbox.peek(draftId)!;
  const twin = { ...left, id: crypto.randomUUID() };
  void outbox.send(twin);
  await settled();
  await vi.waitFor(() => {
    outbox.retryAll(() => true);
    expect(work.drafts.value).toEqual([]);
  });
  expect(await notes()).toEqual(['Prefers the oak.']);
});
