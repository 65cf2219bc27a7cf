import type { EntryColumns } from '../../grist/entry-table.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { Binding } from '../../sync/mapping.ts';
import type { Mirrors, SyncOptions, WidgetOptions } from './port.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isTasksTable = (value: unknown): value is TasksTable =>
  isObject(value) && ['tableId', 'idColumn', 'doneColumn'].every((key) => typeof value[key] === 'string');

/** What goes with which column; how values flow there is read where it is needed, as carefully. */
const isBinding = (value: unknown): value is Binding =>
  isObject(value) && typeof value.colId === 'string' && typeof value.field === 'string' && isObject(value.transform);

const isDomain = (value: unknown): value is string =>
  typeof value === 'string' && /^([a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,})?$/.test(value);

function readSync(value: unknown): SyncOptions | null {
  if (!isObject(value) || !Array.isArray(value.bindings)) return null;
  const { onConflict, automatic } = value as Partial<SyncOptions>;
  return {
    bindings: value.bindings.filter(isBinding),
    onConflict: onConflict ?? 'ask',
    automatic: automatic !== false,
  };
}

const isMirror = (value: unknown): value is EntryColumns =>
  isObject(value) &&
  typeof value.tableId === 'string' &&
  isObject(value.columns) &&
  Object.values(value.columns).every((colId) => typeof colId === 'string');

function readMirrors(value: unknown): Mirrors | null {
  if (!isObject(value)) return null;
  const kinds: readonly EntryKind[] = ['task', 'note', 'appointment'];
  return Object.fromEntries(kinds.flatMap((kind) => (isMirror(value[kind]) ? [[kind, value[kind]]] : [])));
}

/** Reads the options kept in the document. They can be anything: whoever edits the document can write them. */
export function readOptions(kept: Readonly<Record<string, unknown>> | null | undefined): WidgetOptions {
  const { tasksTable, domain } = kept ?? {};
  const sync = readSync(kept?.sync);
  const mirrors = readMirrors(kept?.mirrors);
  return {
    ...((tasksTable === null || isTasksTable(tasksTable)) && { tasksTable }),
    ...(sync && { sync }),
    ...(isDomain(domain) && { domain }),
    ...(mirrors && { mirrors }),
  };
}
