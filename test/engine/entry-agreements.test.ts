import { expect, test } from 'vitest';
import { createEntrySync } from '../../engine/sync-entries.ts';
import { listTasks, updateTask } from '../../highlevel/tasks.ts';
import { startEntries, startInStep } from './start-entries.ts';

const nameOf = (id: string) => `mirror:task:${id}@HighLevel_Tasks`;

test('what a client wrote before there were leases, to add a row, is no agreement', async () => {
  const { state, api, contactIds, open, rowOf, type } = await startEntries();
  const contactId = contactIds[1]!;
  const [task] = await listTasks(api, contactId);
  const claim = { value: JSON.stringify({ claim: 'a page and its number' }), version: 0 };
  await state.state.agree([{ contactId, fields: { [nameOf(task!.id)]: claim } }]);
  const sync = createEntrySync(open(), { holder: 'one' });
  await sync.sync([{ contactId, rowIds: [1] }]);
  expect(rowOf('task', task!.id).Title).toBe(task!.title);
  type('task', rowOf('task', task!.id).id, { Title: 'Typed' });
  await sync.carryOut(await sync.sync([{ contactId, rowIds: [1] }]));
  expect((await listTasks(api, contactId)).find(({ id }) => id === task!.id)?.title).toBe('Typed');
});

test('another column for a value is filled from HighLevel, which keeps what the former one held', async () => {
  const { tables, document, tasks, rows, step } = await startInStep();
  const before = await tasks();
  expect(before.some(({ title }) => title !== '')).toBe(true);
  const place = tables.get('task')!;
  document.apply([['AddColumn', place.tableId, 'Subject', { type: 'Text', isFormula: false }]]);
  (tables as Map<string, typeof place>).set('task', { ...place, columns: { ...place.columns, title: 'Subject' } });
  await step();
  expect(await tasks()).toEqual(before);
  expect(rows('task').map(({ Subject }) => Subject)).toEqual(rows('task').map(({ Title }) => Title));
});

test('a column that the table gets later is filled from HighLevel, which keeps its values', async () => {
  const world = await startEntries();
  const contactId = world.contactIds[1]!;
  const contact = { contactId, rowIds: [1] };
  const place = world.tables.get('task')!;
  const { body: _, ...columns } = place.columns;
  const tables = world.tables as Map<string, typeof place>;
  tables.set('task', { ...place, columns });
  const sync = createEntrySync(world.open(), { holder: 'one' });
  await sync.sync([contact]);
  const [task] = await listTasks(world.api, contactId);
  await updateTask(world.api, contactId, task!.id, { body: 'With the oak' });
  tables.set('task', place);
  await sync.carryOut(await sync.sync([contact]));
  expect(world.rowOf('task', task!.id).Text).toBe('With the oak');
  expect((await listTasks(world.api, contactId)).find(({ id }) => id === task!.id)?.body).toBe('With the oak');
});

test('a sent value is agreed on: what HighLevel makes of it flows to the row', async () => {
  const { state, tasks, rowOf, type, step, contactId } = await startInStep();
  const [task] = await tasks();
  type('task', rowOf('task', task!.id).id, { Title: 'Call about the oak' });
  await step();
  const agreed = () => JSON.parse(state.agreed.get(contactId)?.get(nameOf(task!.id))?.value ?? '{}');
  await expect.poll(agreed).toMatchObject({ title: 'Call about the oak' });
});
