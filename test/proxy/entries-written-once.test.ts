import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { createCalls } from '../../widget/store/connecting/calls.ts';
import { createNotices } from '../../widget/store/notices.ts';
import { createRecordsCache } from '../../widget/store/reading/records.ts';
import { createEntryDrafts } from '../../widget/store/timeline/entry-drafts.ts';
import { createHistory } from '../../widget/store/undo.ts';
import type { NoteForm } from '../../widget/store/views/entries.ts';
import { createWriting } from '../../widget/store/writing/start.ts';
import { createFakeSection } from '../helpers/fake-section.ts';
import { arrange } from './arrange.ts';

const form: NoteForm = { kind: 'note', title: '', body: 'Prefers the oak.', pinned: false };

/** The panel's own writing of entries over a real proxy before a sandbox. */
async function arrangeWriting() {
  const { proxy, session, sandbox, contactId, locationId } = await arrange();
  const api = createApi(
    { via: 'proxy', url: 'http://127.0.0.1/', session: async () => session },
    { fetch: async (input, init) => proxy.fetch(new Request(input, init)) },
  );
  const drafts = createEntryDrafts(() => {});
  const writing = createWriting({
    ...{ api, drafts, notices: createNotices(), history: createHistory() },
    records: createRecordsCache({ calls: createCalls(api), timeZone: async () => 'UTC', isBusy: () => false }),
    whole: createFakeSection().section.whole,
    journal: { begin: async () => {}, finish: () => {} },
    contactId: signal(contactId),
    now: signal(Date.now()),
    isReadOnly: () => false,
    calendars: () => new Map(),
    locationId: async () => locationId,
    onSent: () => {},
    onDiscarded: () => {},
  });
  const { work } = writing;
  const notes = async () =>
    (await listNotes(api, contactId)).map(({ body }) => body).filter((body) => body.startsWith('Prefers the oak'));
  const settled = () => vi.waitFor(() => expect(work.drafts.value.every(({ sending }) => !sending)).toBe(true));
  return { sandbox, drafts, writing, work, notes, settled };
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
  const { sandbox, drafts, writing, work, notes, settled } = await arrangeWriting();
  sandbox.faults.add('latency', { method: 'POST', path: '/notes', ms: 500, times: 1 });
  const draftId = work.keep(null, form);
  work.submit(draftId);
  await vi.waitFor(() => expect(drafts.peek(draftId)?.sent).toBeTruthy());
  const left = drafts.peek(draftId)!;
  const twin = { ...left, id: crypto.randomUUID() };
  drafts.put(twin);
  writing.resume(twin.id);
  await settled();
  await vi.waitFor(() => {
    writing.retryAll(() => true);
    expect(work.drafts.value).toEqual([]);
  });
  expect(await notes()).toEqual(['Prefers the oak.']);
});
