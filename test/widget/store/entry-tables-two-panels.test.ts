import { beforeEach, expect, test, vi } from 'vitest';
import { createTask, updateTask } from '../../../highlevel/tasks.ts';
import { pass } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';
import { tomorrow } from './entry-bench.ts';
import { startEntryTables } from './entry-tables-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

type Opened = Awaited<ReturnType<typeof startEntryTables>>;

const due = () => new Date(tomorrow()).toISOString().replace('.000Z', 'Z');

/** What another panel notes when it has brought a task and its row in step. */
async function noteElsewhere({ memory, contactId }: Opened, id: string, values: Record<string, string>) {
  const name = `mirror:task:${id}@HighLevel_task`;
  const version = memory.agreed.get(contactId)?.get(name)?.version ?? 0;
  await memory.state.agree([{ contactId, fields: { [name]: { value: JSON.stringify(values), version } } }]);
}

test('a row that another panel added stays, although this one has not read its task yet', async () => {
  const opened = await startEntryTables();
  const { api, contactId, grist, entryTables, rowsOf, settle } = opened;
  grist.select(2);
  await settle();
  const { id } = await createTask(api, contactId, { title: 'From elsewhere', body: '', dueDate: tomorrow() });
  const rowId = entryTables.add('task', 1, { title: 'From elsewhere', due: due() });
  entryTables.rows.set(
    'task',
    rowsOf('task').map((row) => (row.rowId === rowId ? { ...row, id } : row)),
  );
  await noteElsewhere(opened, id, { title: 'From elsewhere' });
  // A page that was away knows nothing of that by heart, and has yet to hear of it.
  const agree = vi.spyOn(opened.memory.state, 'agree').mockRejectedValue(new TypeError('offline'));
  const [other] = rowsOf('task').filter(({ contact }) => contact === 1);
  entryTables.remove('task', other!.rowId);
  grist.select(1);
  await settle();
  agree.mockRestore();
  await settle();
  expect(rowsOf('task').filter((row) => row.id === id)).toMatchObject([{ rowId }]);
});

test('an undo in the grid of what another panel carried there flows to HighLevel', async () => {
  const opened = await startEntryTables();
  const { api, contactId, tasks, rowFor, panel, settle } = opened;
  const [task] = await tasks();
  await updateTask(api, contactId, task!.id, { title: 'Call again' });
  await noteElsewhere(opened, task!.id, { ...rowFor('task', task!.id).values, title: 'Call again' });
  // The other panel wrote the cell, and somebody took that back before this one looked.
  panel.refresh();
  await settle();
  expect((await tasks()).find(({ id }) => id === task!.id)?.title).toBe(task!.title);
  expect(rowFor('task', task!.id).values.title).toBe(task!.title);
});

test('a row that another panel is making is left to it, whatever the clocks say', async () => {
  // The proxy's clock runs ten minutes behind this computer's.
  const memory = await createTestState(() => Date.now() - 600_000);
  const { tasks, entryTables, settle, requests } = await startEntryTables({ memory });
  const rowId = entryTables.add('task', 1, { title: 'Order the handles', due: due() });
  await memory.state.claim('another page', [`row:${rowId}@HighLevel_task`], 300_000);
  requests();
  await settle();
  expect(requests().length).toBeLessThan(10);
  expect((await tasks()).filter(({ title }) => title === 'Order the handles')).toEqual([]);
});

test('a typed row that HighLevel refused is made as soon as it is corrected', async () => {
  const { tasks, entryTables, sandbox, settle } = await startEntryTables();
  sandbox.faults.add('server-error', { method: 'POST', path: '/tasks', status: 422, times: 1 });
  const rowId = entryTables.add('task', 1, { title: 'Order the handls', due: due() });
  await settle();
  expect((await tasks()).filter(({ title }) => title.startsWith('Order'))).toEqual([]);
  entryTables.type('task', rowId, { title: 'Order the handles' });
  await settle();
  expect((await tasks()).filter(({ title }) => title.startsWith('Order'))).toMatchObject([
    { title: 'Order the handles' },
  ]);
});

test('a task whose create had no answer is not created again by another panel that has not read it', async () => {
  const opened = await startEntryTables();
  const { api, tasks, entryTables, memory, settle, contactId, rowsOf } = opened;
  const rowId = entryTables.add('task', 1, { title: 'Order the handles', due: due() });
  await memory.state.claim('another page', [`row:${rowId}@HighLevel_task`], 300_000);
  const { id } = await createTask(api, contactId, { title: 'Order the handles', body: '', dueDate: tomorrow() });
  await settle();
  vi.setSystemTime(Date.now() + 360_000);
  await settle();
  await settle();
  expect((await tasks()).filter(({ title }) => title === 'Order the handles')).toMatchObject([{ id }]);
  expect(rowsOf('task').filter((row) => row.id === id)).toMatchObject([{ rowId }]);
});

test('a task ticked while its row is still being filled in stays ticked', async () => {
  const { tasks, entryTables, rowsOf, grist, sandbox, settle } = await startEntryTables();
  const task = (await tasks()).find(({ completed, title }) => !completed && title)!;
  grist.setOptions({});
  // Another document's table: it says the titles and the ticks, and nobody agreed on any of it.
  entryTables.rows.set('task', []);
  const rowId = entryTables.add('task', 1, { title: task.title });
  entryTables.rows.set(
    'task',
    rowsOf('task').map((row) => ({ ...row, id: task.id })),
  );
  sandbox.faults.add('latency', { ms: 2_000, method: 'GET', path: '/tasks' });
  const columns = { id: 'id', contact: 'contact' };
  grist.setOptions({ mirrors: { task: { tableId: 'T2', columns } } });
  await pass(1_000);
  entryTables.type('task', rowId, { done: 'true' });
  await settle();
  sandbox.faults.clear();
  expect((await tasks()).find(({ id }) => id === task.id)?.completed).toBe(true);
  expect(rowsOf('task').find((row) => row.rowId === rowId)?.values.done).toBe('true');
});
