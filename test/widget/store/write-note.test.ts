import { beforeEach, expect, test, vi } from 'vitest';
import { updateNote } from '../../../highlevel/notes.ts';
import { pass } from '../../helpers/start-panel.ts';
import { noteForm, startWriting } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startWithNote() {
  const bench = await startWriting();
  const [note] = await bench.notes();
  return { ...bench, noteId: note!.id, before: note! };
}

test('a new note shows at once and reaches HighLevel', async () => {
  const { send, note, notes } = await startWriting();
  send(null, noteForm());
  expect(note('Prefers the oak.')).toMatchObject({ pending: true });
  await pass(1000);
  expect(note('Prefers the oak.')).toMatchObject({ pending: false, trouble: null });
  expect((await notes()).filter(({ body }) => body === 'Prefers the oak.')).toHaveLength(1);
});

test('an empty note is not sent and says what is missing', async () => {
  const { send, requests, work } = await startWriting();
  expect(send(null, noteForm({ body: '  ' }))).toEqual(['body']);
  await pass(1000);
  expect(requests()).toEqual([]);
  expect(work.drafts.value).toHaveLength(1);
});

test('an edit writes only what was changed', async () => {
  const { send, work, noteId, before, notes, sandbox } = await startWithNote();
  const form = work.formFor('note', noteId);
  if (form?.kind !== 'note') throw new Error('no form');
  send(noteId, { ...form, title: 'Colours' });
  await pass(1000);
  expect((await notes()).find(({ id }) => id === noteId)).toEqual({ ...before, title: 'Colours' });
  const [put] = sandbox.requests.filter(({ method }) => method === 'PUT');
  expect(put?.path).toContain(noteId);
});

test('a form that says nothing new sends nothing', async () => {
  const { send, work, noteId, requests } = await startWithNote();
  send(noteId, work.formFor('note', noteId)!);
  await pass(1000);
  expect(requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
  expect(work.drafts.value).toEqual([]);
});

test('a note that somebody else changed meanwhile is not replaced without a choice', async () => {
  const { send, work, noteId, api, contactId, notes } = await startWithNote();
  const form = work.formFor('note', noteId);
  if (form?.kind !== 'note') throw new Error('no form');
  const draftId = work.keep(noteId, { ...form, body: 'Mine' });
  await updateNote(api, contactId, noteId, { body: 'Theirs' });
  work.submit(draftId);
  await pass(1000);
  expect((await notes()).find(({ id }) => id === noteId)?.body).toBe('Theirs');
  const [draft] = work.drafts.value;
  expect(draft).toMatchObject({ failure: { code: 'changed', theirs: expect.stringContaining('Theirs') } });
  work.overwrite(draft!.id);
  await pass(1000);
  expect((await notes()).find(({ id }) => id === noteId)?.body).toBe('Mine');
  expect(send).toBeDefined();
});

test('what the person left alone stays as somebody else made it', async () => {
  const { work, noteId, api, contactId, notes } = await startWithNote();
  const form = work.formFor('note', noteId);
  if (form?.kind !== 'note') throw new Error('no form');
  const draftId = work.keep(noteId, { ...form, title: 'Colours' });
  await updateNote(api, contactId, noteId, { body: 'Theirs' });
  work.submit(draftId);
  await pass(1000);
  expect((await notes()).find(({ id }) => id === noteId)).toMatchObject({ title: 'Colours', body: 'Theirs' });
});

test('a note is pinned by itself', async () => {
  const { work, noteId, before, notes } = await startWithNote();
  work.pin(noteId, !before.pinned);
  await pass(1000);
  expect((await notes()).find(({ id }) => id === noteId)).toEqual({ ...before, pinned: !before.pinned });
});

test('a deleted note is gone at once and from HighLevel', async () => {
  const { work, noteId, entries, notes } = await startWithNote();
  work.remove('note', noteId);
  expect(entries().some(({ id }) => id === noteId)).toBe(false);
  await pass(1000);
  expect((await notes()).some(({ id }) => id === noteId)).toBe(false);
});

test('a deletion that HighLevel refuses brings the note back with the reason', async () => {
  const { work, noteId, entries, sandbox } = await startWithNote();
  sandbox.faults.add('missing-scope', { method: 'DELETE' });
  work.remove('note', noteId);
  await pass(1000);
  expect(entries().find(({ id }) => id === noteId)).toMatchObject({ trouble: { failure: { code: 'forbidden' } } });
});

test('each change is in the log with what it was and became', async () => {
  const { send, memory } = await startWriting();
  send(null, noteForm());
  await pass(1000);
  const { entries } = await memory.activity.list({});
  expect(entries[0]).toMatchObject({ act: 'note', from: '', to: 'Prefers the oak.', result: 'saved' });
});

test('a viewer writes nothing', async () => {
  const { send, requests } = await startWriting({ role: 'viewer' });
  send(null, noteForm());
  await pass(1000);
  expect(requests()).toEqual([]);
});
