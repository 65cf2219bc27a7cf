import { readText } from './cells.ts';
import type { GristDoc } from './doc.ts';
import type { TableChoice } from './structure.ts';

/** Where the document keeps tasks: the Grist table, its column of HighLevel task ids and its tick column. */
export interface TasksTable {
  tableId: string;
  idColumn: string;
  doneColumn: string;
}

const tableName = /task|to-?_?do|tâche|tache|tarea/i;
const idName =
  /^(highlevel|high_level|ghl|task|hl|tarea|t[aâ]che)_?(task_?)?id$|^id_?(de_?)?(la_?)?(task|tarea|t[aâ]che)$/i;
const doneName = /^(is_?)?(done|complete|completed|finished|termin[eé]e?|faite?|hecho|hecha|completad[oa])\??$/i;

const bare = (name: string) => name.trim().replace(/[\s-]+/g, '_');

/** Guesses by names where the document keeps tasks: a table about tasks, with an id of HighLevel's and a tick. */
export function guessTasksTable(tables: readonly TableChoice[]): TasksTable | null {
  for (const { tableId, columns } of tables) {
    if (!tableName.test(tableId)) continue;
    const id = columns.find(({ colId, label }) => idName.test(bare(colId)) || idName.test(bare(label)));
    const done = columns.find(
      ({ colId, label, type }) => type === 'Bool' && (doneName.test(bare(colId)) || doneName.test(bare(label))),
    );
    if (id && done) return { tableId, idColumn: id.colId, doneColumn: done.colId };
  }
  return null;
}

/** Does a chosen tasks table still exist with its columns? */
export function isInDocument(table: TasksTable, tables: readonly TableChoice[]): boolean {
  const found = tables.find(({ tableId }) => tableId === table.tableId)?.columns.map(({ colId }) => colId);
  return found?.includes(table.idColumn) === true && found.includes(table.doneColumn);
}

/**
 * Sets the tick of every row that holds a task id, as one undo step. Rows are looked up afresh each time: a remembered
 * row id could meanwhile hold another task. Returns `false` when no row has the task. Throws `GristError`.
 */
export async function tickRows(
  doc: GristDoc,
  { tableId, idColumn, doneColumn }: TasksTable,
  task: { id: string; completed: boolean },
  description: string,
): Promise<boolean> {
  const { id: rowIds, ...columns } = await doc.fetchTable(tableId);
  const holds = (index: number) => readText(columns[idColumn]?.[index])?.trim() === task.id;
  const rows = rowIds.map((rowId, index) => ({ rowId, index })).filter(({ index }) => holds(index));
  const due = rows.filter(({ index }) => columns[doneColumn]?.[index] !== task.completed).map(({ rowId }) => rowId);
  if (due.length > 0) {
    const ticks = { [doneColumn]: due.map(() => task.completed) };
    await doc.apply([['BulkUpdateRecord', tableId, due, ticks]], description);
  }
  return rows.length > 0;
}
