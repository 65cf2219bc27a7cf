import { expect, test } from 'vitest';
import { listFreeSlots } from '../../highlevel/booking.ts';
import { createNote, listNotes } from '../../highlevel/notes.ts';
import { listTasks, updateTask } from '../../highlevel/tasks.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate } from '../helpers/panel.ts';

/** The demo, which has tables of tasks, notes and appointments, with its first contact shown. */
async function openEntryTables() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const api = highLevelOf(grist);
  const tasks = () => listTasks(api, contactId);
  const rowOf = async (table: string, id: string) => {
    // The engine counts rows only once it has seen the table.
    const row = await grist.findRow(table, 'HighLevel_ID', id);
    return { row, cell: (column: string) => grist.cell(table, row, column) };
  };
  return { grist, contactId, api, tasks, rowOf };
}

test('a task ticked in the grid is complete in HighLevel', async () => {
  const { grist, tasks, rowOf } = await openEntryTables();
  const task = (await tasks()).find(({ completed }) => !completed)!;
  const { row } = await rowOf('Tasks', task.id);
  await grist.apply(['UpdateRecord', 'Tasks', row, { Done: true }]);
  await eventually(async () => (await tasks()).find(({ id }) => id === task.id)?.completed).toBe(true);
  await eventually(() => grist.panel.locator(`[data-entry="${task.id}"]`).getByRole('checkbox').isChecked()).toBe(true);
});

test('a title typed in the grid reaches HighLevel and the panel', async () => {
  const { grist, tasks, rowOf } = await openEntryTables();
  const [task] = await tasks();
  const { row } = await rowOf('Tasks', task!.id);
  await grist.apply(['UpdateRecord', 'Tasks', row, { Title: 'Call about the oak' }]);
  await eventually(async () => (await tasks()).find(({ id }) => id === task!.id)?.title).toBe('Call about the oak');
  await grist.panel.locator(`[data-entry="${task!.id}"]`).getByText('Call about the oak').waitFor();
});

test('a task changed in HighLevel changes its row', async () => {
  const { grist, contactId, api, tasks, rowOf } = await openEntryTables();
  const [task] = await tasks();
  await updateTask(api, contactId, task!.id, { title: 'Send the samples' });
  await grist.panel.getByRole('button', { name: 'Refresh' }).first().click();
  await eventually(async () => (await rowOf('Tasks', task!.id)).cell('Title')).toBe('Send the samples');
});

test('a note written in HighLevel gets a row linked to its contact', async () => {
  const { grist, contactId, api, rowOf } = await openEntryTables();
  const { id } = await createNote(api, contactId, { body: 'Prefers the oak.' });
  await grist.panel.getByRole('button', { name: 'Refresh' }).first().click();
  await eventually(async () => (await rowOf('Notes', id)).cell('Body')).toBe('Prefers the oak.');
  expect(await (await rowOf('Notes', id)).cell('Contact')).toBe(1);
});

test('a task typed as a new row is made in HighLevel once, and its row is told its id', async () => {
  const { grist, tasks, rowOf } = await openEntryTables();
  const due = Math.floor(Date.now() / 86_400_000) * 86_400 + 2 * 86_400;
  await grist.apply(['AddRecord', 'Tasks', null, { Title: 'Order the handles', Due: due, Contact: 1 }]);
  // Nobody may be typing in a row that is taken, so it is looked at twice.
  const handles = async () => (await tasks()).filter(({ title }) => title === 'Order the handles').length;
  await expect.poll(handles).toBe(1);
  const made = (await tasks()).find(({ title }) => title === 'Order the handles')!;
  expect(made.dueDate).toBe(due * 1000);
  await eventually(async () => (await rowOf('Tasks', made.id)).cell('Title')).toBe('Order the handles');
});

test('a document without such tables gets one with a click', async () => {
  const { grist, contactId, api, rowOf } = await openEntryTables();
  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: 'Settings' }).click();
  await grist.panel.getByRole('combobox', { name: 'Notes', exact: true }).selectOption('');
  await grist.panel.getByRole('button', { name: 'Create a table: Notes' }).click();
  await eventually(() => grist.panel.getByRole('combobox', { name: 'Notes', exact: true }).inputValue()).toBe(
    'HighLevel_Notes',
  );
  const [note] = await listNotes(api, contactId);
  await eventually(async () => (await rowOf('HighLevel_Notes', note!.id)).cell('Contact')).toBe(1);
});

test('a note typed in a cell with what looks like HTML has the same letters on both sides, and is edited on', async () => {
  const { grist, contactId, api, rowOf } = await openEntryTables();
  const text = 'Spoke to Tom <tom@example.com>; wants a call';
  await grist.apply(['AddRecord', 'Notes', null, { Body: text, Contact: 1 }]);
  const note = async () => (await listNotes(api, contactId)).find(({ body }) => body.startsWith('Spoke to Tom'));
  await eventually(async () => (await note())?.body).toBe(text);
  const { id } = (await note())!;
  await grist.panel.locator(`[data-entry="${id}"]`, { hasText: text }).waitFor();
  const { row, cell } = await rowOf('Notes', id);
  expect(await cell('Body')).toBe(text);
  await grist.apply(['UpdateRecord', 'Notes', row, { Body: `${text} on Monday` }]);
  await eventually(async () => (await note())?.body).toBe(`${text} on Monday`);
  expect(await cell('Body')).toBe(`${text} on Monday`);
});

test('a start that is moved in the grid takes the end along', async () => {
  const { grist, contactId, rowOf } = await openEntryTables();
  const location = grist.demo.sandbox.state.locations.get(grist.demo.sandbox.info.locationId)!;
  const event = location.events.of(contactId).find(({ startTime }) => startTime > Date.now())!;
  const length = event.endTime - event.startTime;
  const { row, cell } = await rowOf('Appointments', event.id);
  const [day] = await listFreeSlots(highLevelOf(grist), event.calendarId, {
    from: Date.now() + 40 * 86_400_000,
    to: Date.now() + 60 * 86_400_000,
    userId: event.assignedUserId ?? '',
  });
  const startTime = day!.slots[0]!;
  await grist.apply(['UpdateRecord', 'Appointments', row, { Starts: startTime / 1000 }]);
  await eventually(() => location.events.get(event.id)?.startTime).toBe(startTime);
  expect(location.events.get(event.id)?.endTime).toBe(startTime + length);
  await eventually(() => cell('Ends')).toBe((startTime + length) / 1000);
});
