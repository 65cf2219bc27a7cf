import { beforeEach, expect, test, vi } from 'vitest';
import { updateNote } from '../../../highlevel/notes.ts';
import { pass } from '../../helpers/start-panel.ts';
import { noteForm, startWriting, taskForm } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a note that was added is taken back and added again', async () => {
  const { send, panel, notes } = await startWriting();
  const count = (await notes()).length;
  send(null, noteForm());
  await pass(1000);
  expect(panel.notices.toast.value).toMatchObject({ code: 'note-added', undoable: true });
  panel.notices.undo();
  await pass(1000);
  expect(await notes()).toHaveLength(count);
  expect(panel.notices.toast.value?.code).toBe('undone');
  panel.notices.redoLast();
  await pass(1000);
  expect(await notes()).toHaveLength(count + 1);
  expect(panel.notices.toast.value?.code).toBe('redone');
  panel.notices.undoLast();
  await pass(1000);
  expect(await notes()).toHaveLength(count);
  expect(panel.notices.toast.value?.code).toBe('undone');
});

test('a deleted task comes back as it was, tick included', async () => {
  const { work, panel, tasks } = await startWriting();
  const before = (await tasks()).find(({ completed }) => completed)!;
  work.remove('task', before.id);
  await pass(1000);
  panel.notices.undo();
  await pass(1000);
  const back = (await tasks()).find(({ title, dueDate }) => title === before.title && dueDate === before.dueDate);
  expect(back).toEqual({ ...before, id: back!.id });
});

test('an edit is taken back unless somebody changed the entry since', async () => {
  const { work, send, panel, notes, api, contactId } = await startWriting();
  const [before] = await notes();
  const form = work.formFor('note', before!.id);
  if (form?.kind !== 'note') throw new Error('no form');
  send(before!.id, { ...form, body: 'Mine' });
  await pass(1000);
  await updateNote(api, contactId, before!.id, { body: 'Theirs' });
  panel.notices.undo();
  await pass(1000);
  expect((await notes()).find(({ id }) => id === before!.id)?.body).toBe('Theirs');
  expect(work.drafts.value).toMatchObject([{ failure: { code: 'changed' } }]);
});

test('deeds on fields and entries are taken back in their order', async () => {
  const { send, bench, tasks, panel } = await startWriting();
  const { city } = await bench.contact(1);
  const count = (await tasks()).length;
  panel.fields.save('city', 'Nairobi');
  await pass(1000);
  send(null, taskForm());
  await pass(1000);
  panel.notices.undoLast();
  await pass(1000);
  expect(await tasks()).toHaveLength(count);
  expect((await bench.contact(1)).city).toBe('Nairobi');
  panel.notices.undoLast();
  await pass(1000);
  expect((await bench.contact(1)).city).toBe(city);
});
