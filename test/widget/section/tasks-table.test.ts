import { expect, test } from 'vitest';
import type { TableChoice } from '../../../grist/structure.ts';
import { guessTasksTable } from '../../../grist/tasks-table.ts';
import { contacts, createFakeGrist } from './fake-grist.ts';

const table = (tableId: string, columns: Record<string, string>): TableChoice => ({
  tableId,
  columns: Object.entries(columns).map(([colId, type]) => ({ colId, label: colId.replace(/_/g, ' '), type })),
});

test.each([
  [table('Tasks', { Title: 'Text', HighLevel_ID: 'Text', Done: 'Bool' }), 'HighLevel_ID', 'Done'],
  [table('CRM_Todo', { Task_ID: 'Text', Completed: 'Bool' }), 'Task_ID', 'Completed'],
  [table('Taches', { GHL_id: 'Text', Terminee: 'Bool' }), 'GHL_id', 'Terminee'],
  [table('Tareas', { ID_tarea: 'Text', Hecho: 'Bool' }), 'ID_tarea', 'Hecho'],
  [table('My_tasks', { ghl_task_id: 'Text', is_done: 'Bool' }), 'ghl_task_id', 'is_done'],
])('%j keeps tasks', (tasks, idColumn, doneColumn) => {
  const others = [table('Contacts', { HighLevel_ID: 'Text', Done: 'Bool' })];
  expect(guessTasksTable([...others, tasks])).toEqual({ tableId: tasks.tableId, idColumn, doneColumn });
});

test.each([
  table('Tasks', { Title: 'Text', Done: 'Bool' }),
  table('Tasks', { HighLevel_ID: 'Text', Done: 'Text' }),
  table('Contacts', { HighLevel_ID: 'Text', Done: 'Bool' }),
])('%j is not taken for a table of tasks', (tasks) => {
  expect(guessTasksTable([tasks])).toBeNull();
});

const tasks = { id: [5, 6, 7], HighLevel_ID: ['t1', ' t2', 't1'], Done: [false, true, true] };
const chosen = { tableId: 'Todo', idColumn: 'HighLevel_ID', doneColumn: 'Done' };

function start() {
  const grist = createFakeGrist({
    columns: contacts(),
    tables: { Todo: tasks, _grist_Tables: { id: [] }, _grist_Tables_column: { id: [] } },
  });
  const section = grist.open();
  grist.settings('full', null, { tasksTable: chosen });
  return { grist, section };
}

test('ticking sets the tick of each row of that task that does not have it yet', async () => {
  const { grist, section } = start();
  await expect(section.tickTask('t1', true, 'complete a task')).resolves.toBe(true);
  expect(grist.applied).toEqual([
    { actions: [['BulkUpdateRecord', 'Todo', [5], { Done: [true] }]], desc: 'complete a task' },
  ]);
});

test('a task that is ticked already is not written again', async () => {
  const { grist, section } = start();
  await expect(section.tickTask('t2', true, 'complete a task')).resolves.toBe(true);
  expect(grist.applied).toEqual([]);
});

test('a task without a row is answered with false', async () => {
  const { grist, section } = start();
  await expect(section.tickTask('t9', true, 'complete a task')).resolves.toBe(false);
  expect(grist.applied).toEqual([]);
});

test('choosing no table keeps ticks out of Grist', async () => {
  const { grist, section } = start();
  grist.settings('full', null, { tasksTable: null });
  await expect(section.tickTask('t1', true, 'complete a task')).resolves.toBe(false);
});

test('options that make no sense are as good as none', async () => {
  const { grist, section } = start();
  grist.settings('full', null, { tasksTable: { tableId: 5 } });
  expect(section.options.value).toEqual({});
});

test('a chosen table is kept in the options of the widget', async () => {
  const { grist, section } = start();
  await section.setOptions({ tasksTable: chosen });
  expect(grist.api.setOption).toHaveBeenCalledWith('tasksTable', chosen);
});
