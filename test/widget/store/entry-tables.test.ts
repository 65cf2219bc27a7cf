import { beforeEach, expect, test, vi } from 'vitest';
import { createNote, deleteNote, updateNote } from '../../../highlevel/notes.ts';
import { updateTask } from '../../../highlevel/tasks.ts';
import { noteForm, tomorrow } from './entry-bench.ts';
import { startEntryTables } from './entry-tables-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');

test('each entry of the contact has a row linked to it', async () => {
  const { rowsOf, entries } = await startEntryTables();
  for (const kind of ['task', 'note', 'appointment'] as const) {
    const ids = entries()
      .filter((entry) => entry.kind === kind)
      .map(({ id }) => id);
    expect(
      rowsOf(kind)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
    expect(rowsOf(kind).every(({ contact }) => contact === 1)).toBe(true);
  }
});

test('a table that is in step is not written again', async () => {
  const { entryTables, settle } = await startEntryTables();
  const { length } = entryTables.bundles;
  await settle();
  expect(entryTables.bundles).toHaveLength(length);
});

test('a task ticked in the grid is complete in HighLevel, and the log says where it was ticked', async () => {
  const { tasks, rowFor, entryTables, settle, memory } = await startEntryTables();
  const task = (await tasks()).find(({ completed }) => !completed)!;
  entryTables.type('task', rowFor('task', task.id).rowId, { done: 'true' });
  await settle();
  expect((await tasks()).find(({ id }) => id === task.id)).toEqual({ ...task, completed: true });
  expect(memory.entries().at(-1)).toMatchObject({ act: 'task', what: task.id, via: 'mirror', to: 'true' });
});

test('what is typed in the grid reaches HighLevel, and only that', async () => {
  const { notes, rowFor, entryTables, settle, memory } = await startEntryTables();
  const [note] = (await notes()).filter(({ body }) => !/[<&]/.test(body));
  entryTables.type('note', rowFor('note', note!.id).rowId, { title: 'Colours' });
  await settle();
  expect((await notes()).find(({ id }) => id === note!.id)).toEqual({ ...note, title: 'Colours' });
  expect(memory.entries().at(-1)).toMatchObject({ act: 'note', via: 'mirror', result: 'saved' });
});

test('what changes in HighLevel reaches the row when the panel reads, and the log tells what it replaced', async () => {
  const { api, contactId, tasks, rowFor, panel, settle, memory } = await startEntryTables();
  const [task] = await tasks();
  await updateTask(api, contactId, task!.id, { title: 'Call again', dueDate: tomorrow() });
  panel.refresh();
  await settle();
  expect(rowFor('task', task!.id).values).toMatchObject({ title: 'Call again', due: iso(tomorrow()) });
  expect(memory.entries().at(-1)).toMatchObject({
    ...{ act: 'task', what: task!.id, via: 'highlevel', result: 'saved', to: `Call again\n${iso(tomorrow())}` },
    from: `${task!.title}\n${iso(task!.dueDate!)}`,
  });
});

test('what the panel writes reaches the row', async () => {
  const { send, notes, rowsOf, settle } = await startEntryTables();
  send(null, noteForm());
  await settle();
  const made = (await notes()).find(({ body }) => body === 'Prefers the oak.')!;
  expect(rowsOf('note').filter(({ id }) => id === made.id)).toMatchObject([{ values: { body: 'Prefers the oak.' } }]);
});

test('an entry that HighLevel deleted loses its row', async () => {
  const { api, contactId, notes, rowsOf, panel, settle, memory } = await startEntryTables();
  const [note] = await notes();
  await deleteNote(api, contactId, note!.id);
  panel.refresh();
  await settle();
  expect(memory.entries().at(-1)).toMatchObject({ act: 'note', what: note!.id, via: 'highlevel', to: '' });
  expect(rowsOf('note').some(({ id }) => id === note!.id)).toBe(false);
});

test('a value changed on both sides is a choice, and HighLevel’s can be taken', async () => {
  const { api, contactId, tasks, rowFor, entryTables, panel, settle, work } = await startEntryTables();
  const [task] = await tasks();
  entryTables.type('task', rowFor('task', task!.id).rowId, { title: 'Mine' });
  await updateTask(api, contactId, task!.id, { title: 'Theirs' });
  panel.refresh();
  await settle();
  expect((await tasks()).find(({ id }) => id === task!.id)?.title).toBe('Theirs');
  expect(rowFor('task', task!.id).values.title).toBe('Mine');
  const [draft] = work.drafts.value;
  expect(draft).toMatchObject({ entryId: task!.id, failure: { code: 'changed' } });
  work.discard(draft!.id);
  await settle();
  expect(rowFor('task', task!.id).values.title).toBe('Theirs');
  expect(work.drafts.value).toEqual([]);
});

test('a value changed on both sides is a choice, and the grid’s can be taken', async () => {
  const { api, contactId, tasks, rowFor, entryTables, panel, settle, work } = await startEntryTables();
  const [task] = await tasks();
  entryTables.type('task', rowFor('task', task!.id).rowId, { title: 'Mine' });
  await updateTask(api, contactId, task!.id, { title: 'Theirs' });
  panel.refresh();
  await settle();
  work.overwrite(work.drafts.value[0]!.id);
  await settle();
  expect((await tasks()).find(({ id }) => id === task!.id)?.title).toBe('Mine');
  expect(work.drafts.value).toEqual([]);
});

test('a note written as HTML shows its words in the grid and keeps its form', async () => {
  const { api, contactId, rowFor, entryTables, panel, settle, notes } = await startEntryTables();
  const { id } = await createNote(api, contactId, { body: '<p>Oak &amp; ash</p><ul><li>one</li></ul>' });
  panel.refresh();
  await settle();
  expect(rowFor('note', id).values.body).toBe('Oak & ash\n• one');
  entryTables.type('note', rowFor('note', id).rowId, { body: 'Oak' });
  await settle();
  expect((await notes()).find((note) => note.id === id)?.body).toBe('<p>Oak &amp; ash</p><ul><li>one</li></ul>');
});

test('a task typed as a new row in the grid is made in HighLevel once', async () => {
  const { tasks, entryTables, rowsOf, settle, openAnother, contactId } = await startEntryTables();
  openAnother();
  const rowId = entryTables.add('task', 1, { title: 'Order the handles', due: iso(tomorrow()) });
  await settle();
  await settle();
  const made = (await tasks()).filter(({ title }) => title === 'Order the handles');
  expect(made).toMatchObject([{ dueDate: tomorrow(), contactId }]);
  expect(rowsOf('task').filter(({ id }) => id === made[0]!.id)).toMatchObject([{ rowId }]);
});

test('a row that is not whole yet waits in the grid', async () => {
  const { tasks, entryTables, settle } = await startEntryTables();
  const { length } = await tasks();
  entryTables.add('task', 1, { title: 'Order the handles' });
  await settle();
  expect(await tasks()).toHaveLength(length);
});

test('two panels that look at once add each row once', async () => {
  const { api, contactId, rowsOf, panel, openAnother, settle } = await startEntryTables();
  const other = openAnother();
  await settle();
  const { id } = await createNote(api, contactId, { body: 'From elsewhere' });
  panel.refresh();
  other.panel.refresh();
  await settle();
  expect(rowsOf('note').filter((row) => row.id === id)).toHaveLength(1);
});

test('a row of a contact that is not shown follows when it is changed in the grid', async () => {
  const { api, grist, entryTables, rowsOf, settle, contactIds } = await startEntryTables();
  grist.select(2);
  await settle();
  const row = rowsOf('note').find(({ contact, values }) => contact === 2 && !/[<&]/.test(values.body ?? ''))!;
  grist.select(1);
  await settle();
  entryTables.type('note', row.rowId, { title: 'Seen from afar' });
  await settle();
  const { getNote } = await import('../../../highlevel/notes.ts');
  expect((await getNote(api, contactIds[2]!, row.id)).title).toBe('Seen from afar');
});

test('an undo in the grid flows to HighLevel', async () => {
  const { api, contactId, notes, rowFor, entryTables, panel, settle } = await startEntryTables();
  const [note] = (await notes()).filter(({ body }) => !/[<&]/.test(body));
  await updateNote(api, contactId, note!.id, { title: 'Colours' });
  panel.refresh();
  await settle();
  entryTables.type('note', rowFor('note', note!.id).rowId, { title: note!.title });
  await settle();
  expect((await notes()).find(({ id }) => id === note!.id)?.title).toBe(note!.title);
});
