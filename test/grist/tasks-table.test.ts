import { expect, test } from 'vitest';
import type { TableChoice } from '../../grist/structure.ts';
import { guessTasksTable, isInDocument, tickRows } from '../../grist/tasks-table.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';

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

test('a chosen table is in the document while it has its columns', () => {
  const tables = [table('Tasks', { HighLevel_ID: 'Text', Done: 'Bool' })];
  const chosen = { tableId: 'Tasks', idColumn: 'HighLevel_ID', doneColumn: 'Done' };
  expect(isInDocument(chosen, tables)).toBe(true);
  expect(isInDocument({ ...chosen, doneColumn: 'Finished' }, tables)).toBe(false);
  expect(isInDocument({ ...chosen, tableId: 'Todo' }, tables)).toBe(false);
});

function start() {
  const document = documentWith({
    Todo: {
      HighLevel_ID: { type: 'Text', cells: ['t1', ' t2', 't1'] },
      Done: { type: 'Bool', cells: [false, true, true] },
    },
  });
  const before = document.bundles.length;
  const place = { tableId: 'Todo', idColumn: 'HighLevel_ID', doneColumn: 'Done' };
  return {
    tick: (id: string) => tickRows(createMemoryDoc(document), place, { id, completed: true }, 'complete a task'),
    applied: () => document.bundles.slice(before),
  };
}

test('ticking sets the tick of each row of that task that does not have it yet', async () => {
  const { tick, applied } = start();
  await expect(tick('t1')).resolves.toBe(true);
  expect(applied()).toMatchObject([
    { actions: [['BulkUpdateRecord', 'Todo', [1], { Done: [true] }]], description: 'complete a task' },
  ]);
});

test('a task that is ticked already is not written again', async () => {
  const { tick, applied } = start();
  await expect(tick('t2')).resolves.toBe(true);
  expect(applied()).toEqual([]);
});

test('a task without a row returns false', async () => {
  const { tick, applied } = start();
  await expect(tick('t9')).resolves.toBe(false);
  expect(applied()).toEqual([]);
});
