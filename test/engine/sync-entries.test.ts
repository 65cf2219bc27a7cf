import { expect, test } from 'vitest';
import { createEntrySync } from '../../engine/sync-entries.ts';
import { listAppointments } from '../../highlevel/appointments.ts';
import { createNote, deleteNote, updateNote } from '../../highlevel/notes.ts';
import { listTasks, updateTask } from '../../highlevel/tasks.ts';
import { entryKinds } from '../../sync/entries.ts';
import { startEntries, startInStep } from './start-entries.ts';

const tomorrow = Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 86_400_000;

const plainNotes = (notes: readonly { id: string; body: string; title: string }[]) =>
  notes.filter(({ body }) => !/[<&]/.test(body));

test('each entry of a contact has a row linked to it', async () => {
  const { api, contactId, rows, tasks, notes } = await startInStep();
  const there = {
    task: await tasks(),
    note: await notes(),
    appointment: await listAppointments(api, contactId, 'Europe/London'),
  };
  for (const kind of entryKinds) {
    expect(
      rows(kind)
        .map((row) => row.HighLevel_ID)
        .sort(),
    ).toEqual(there[kind].map(({ id }) => id).sort());
    expect(rows(kind).every((row) => row.Contact === 1)).toBe(true);
  }
});

test('tables that are in step are not written again', async () => {
  const { document, step } = await startInStep();
  const { length } = document.bundles;
  await step();
  expect(document.bundles).toHaveLength(length);
});

test('a task ticked in the grid is complete in HighLevel, and the log says where it was ticked', async () => {
  const { tasks, rowOf, type, step, state } = await startInStep();
  const task = (await tasks()).find(({ completed }) => !completed)!;
  type('task', rowOf('task', task.id).id, { Done: true });
  await step();
  expect((await tasks()).find(({ id }) => id === task.id)).toEqual({ ...task, completed: true });
  await expect
    .poll(() => state.entries().at(-1))
    .toMatchObject({ act: 'task', what: task.id, via: 'mirror', to: 'true', result: 'saved' });
});

test('a cell typed in the grid reaches HighLevel, and nothing else of its entry', async () => {
  const { notes, rowOf, type, step, state } = await startInStep();
  const [note] = plainNotes(await notes());
  type('note', rowOf('note', note!.id).id, { Title: 'Colours' });
  await step();
  expect((await notes()).find(({ id }) => id === note!.id)).toEqual({ ...note, title: 'Colours' });
  await expect.poll(() => state.entries().at(-1)).toMatchObject({ act: 'note', via: 'mirror', result: 'saved' });
});

test('a change in HighLevel reaches the row, and the log says what it replaced', async () => {
  const { api, contactId, tasks, rowOf, step, state } = await startInStep();
  const [task] = await tasks();
  await updateTask(api, contactId, task!.id, { title: 'Call again', dueDate: tomorrow });
  await step();
  expect(rowOf('task', task!.id)).toMatchObject({ Title: 'Call again', Due: tomorrow / 1000 });
  const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
  await expect
    .poll(() => state.entries().at(-1))
    .toMatchObject({
      ...{ act: 'task', what: task!.id, via: 'highlevel', result: 'saved', to: `Call again\n${iso(tomorrow)}` },
      from: `${task!.title}\n${iso(task!.dueDate!)}`,
    });
});

test('an entry that HighLevel deleted loses its row', async () => {
  const { api, contactId, notes, rows, step, state } = await startInStep();
  const [note] = await notes();
  await deleteNote(api, contactId, note!.id);
  await step();
  await expect
    .poll(() => state.entries().at(-1))
    .toMatchObject({ act: 'note', what: note!.id, via: 'highlevel', to: '' });
  expect(rows('note').some((row) => row.HighLevel_ID === note!.id)).toBe(false);
});

test('a row that was deleted in the grid comes back', async () => {
  const { notes, rowOf, rows, remove, step } = await startInStep();
  const [note] = await notes();
  remove('note', rowOf('note', note!.id).id);
  await step();
  expect(rows('note').filter((row) => row.HighLevel_ID === note!.id)).toHaveLength(1);
});

test('a value changed on both sides is left as it is on each, as a choice', async () => {
  const { api, contactId, tasks, rowOf, type, step } = await startInStep();
  const [task] = await tasks();
  type('task', rowOf('task', task!.id).id, { Title: 'Mine' });
  await updateTask(api, contactId, task!.id, { title: 'Theirs' });
  const { choices } = await step();
  expect(choices).toMatchObject([
    {
      target: { entryId: task!.id },
      want: { title: 'Mine' },
      status: 'draft',
      failure: { code: 'changed', theirs: 'Theirs' },
    },
  ]);
  expect((await tasks()).find(({ id }) => id === task!.id)?.title).toBe('Theirs');
  expect(rowOf('task', task!.id).Title).toBe('Mine');
});

test('HighLevel’s value of a choice is taken over into the row', async () => {
  const { api, contact, contactId, tasks, rowOf, type, step, sync } = await startInStep();
  const [task] = await tasks();
  type('task', rowOf('task', task!.id).id, { Title: 'Mine' });
  await updateTask(api, contactId, task!.id, { title: 'Theirs' });
  await step();
  await sync.takeHighLevels(contact, 'task', task!.id);
  expect(rowOf('task', task!.id).Title).toBe('Theirs');
  expect((await step()).choices).toEqual([]);
});

test('a note written as HTML shows its words in the grid and keeps its form', async () => {
  const { api, contactId, rowOf, type, step, notes } = await startInStep();
  const { id } = await createNote(api, contactId, { body: '<p>Oak &amp; ash</p><ul><li>one</li></ul>' });
  await step();
  expect(rowOf('note', id).Text).toBe('Oak & ash\n• one');
  type('note', rowOf('note', id).id, { Text: 'Oak' });
  await step();
  expect((await notes()).find((note) => note.id === id)?.body).toBe('<p>Oak &amp; ash</p><ul><li>one</li></ul>');
});

test('a long text that changes in HighLevel reaches the row, and one typed in the grid HighLevel', async () => {
  const { api, contactId, rowOf, type, step, notes } = await startInStep();
  const { id } = await createNote(api, contactId, { body: 'oak '.repeat(100).trim() });
  await step();
  await updateNote(api, contactId, id, { body: 'ash '.repeat(100).trim() });
  await step();
  expect(rowOf('note', id).Text).toBe('ash '.repeat(100).trim());
  type('note', rowOf('note', id).id, { Text: 'elm '.repeat(100).trim() });
  await step();
  expect((await notes()).find((note) => note.id === id)?.body).toBe('elm '.repeat(100).trim());
});

test('an undo in the grid of what came from HighLevel flows back', async () => {
  const { api, contactId, document, notes, step } = await startInStep();
  const [note] = plainNotes(await notes());
  await updateNote(api, contactId, note!.id, { title: 'Colours' });
  await step();
  document.undo(document.bundles.at(-1)!);
  await step();
  expect((await notes()).find(({ id }) => id === note!.id)?.title).toBe(note!.title);
});

test('two rows of one contact share its entries', async () => {
  const world = await startEntries({ linked: 1 });
  const contactId = world.contactIds[1]!;
  world.document.apply([['AddRecord', 'Contacts', null, { HighLevel_ID: contactId }]]);
  const sync = createEntrySync(world.open(), { holder: 'one' });
  await sync.sync([{ contactId, rowIds: [1, 2] }]);
  const [task] = await listTasks(world.api, contactId);
  world.type('task', world.rowOf('task', task!.id).id, { Contact: 2, Title: 'Seen from the second row' });
  await sync.carryOut(await sync.sync([{ contactId, rowIds: [1, 2] }]));
  expect((await listTasks(world.api, contactId)).find(({ id }) => id === task!.id)?.title).toBe(
    'Seen from the second row',
  );
  expect(world.rows('task').filter((row) => row.HighLevel_ID === task!.id)).toHaveLength(1);
});
