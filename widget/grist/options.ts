import type { TasksTable, WidgetOptions } from './port.ts';

const isTasksTable = (value: unknown): value is TasksTable =>
  typeof value === 'object' &&
  value !== null &&
  ['tableId', 'idColumn', 'doneColumn'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** Reads the options kept in the document. They can be anything: whoever edits the document can write them. */
export function readOptions(kept: Readonly<Record<string, unknown>> | null | undefined): WidgetOptions {
  const tasksTable = kept?.tasksTable;
  if (tasksTable === null) return { tasksTable };
  return isTasksTable(tasksTable) ? { tasksTable } : {};
}
