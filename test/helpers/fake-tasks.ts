import type { TasksTable } from '../../grist/tasks-table.ts';
import type { MemoryDocument } from './grist-memory/document.ts';

export const tasksTable: TasksTable = { tableId: 'Tasks', idColumn: 'HighLevel_ID', doneColumn: 'Done' };

/** The document's plain table of tasks. */
export function createFakeTasks(document: MemoryDocument) {
  const { tableId, idColumn, doneColumn } = tasksTable;
  const columns = Object.entries({ [idColumn]: 'Text', [doneColumn]: 'Bool' });
  const isThere = document.fetch('_grist_Tables').tableId?.includes(tableId);
  if (!isThere) document.apply([['AddTable', tableId, columns.map(([id, type]) => ({ id, type, isFormula: false }))]]);

  return {
    add: (taskId: string) => void document.apply([['AddRecord', tableId, null, { [idColumn]: taskId }]]),
    /** By task id. */
    ticks(): ReadonlyMap<string, boolean> {
      const { [idColumn]: ids = [], [doneColumn]: done = [] } = document.fetch(tableId);
      return new Map(ids.map((id, index) => [String(id), done[index] === true]));
    },
  };
}
