import type { EntryColumns } from '../../grist/entry-table.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { EntryKind } from '../../sync/entries.ts';
import { isHostName } from '../../sync/host-name.ts';
import type { Binding } from '../../sync/mapping.ts';
import type { ConflictRule } from '../../sync/merge.ts';
import type { EntryPlaces, SyncOptions, WidgetOptions } from './port.ts';

// Checked by hand: valibot is 1.8 kB, a twenty-fifth of what is loaded before a row is seen.

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const holdsTexts = (value: Record<string, unknown>, keys: readonly string[]) =>
  keys.every((key) => typeof value[key] === 'string');

const oneOf =
  <Value extends string>(...values: readonly Value[]) =>
  (value: unknown): value is Value =>
    values.some((known) => known === value);

const isRule = oneOf<ConflictRule>('ask', 'grist', 'highlevel');
const isDirection = oneOf<Binding['direction']>('to-highlevel', 'to-grist', 'both');

const isTasksTable = (value: unknown): value is TasksTable =>
  isObject(value) && holdsTexts(value, ['tableId', 'idColumn', 'doneColumn']);

/** A column and its field. What a kind of transform needs is read where it is used. */
function readBinding(value: unknown): Binding | null {
  if (!isObject(value) || !holdsTexts(value, ['colId', 'field']) || !isDirection(value.direction)) return null;
  if (!isObject(value.transform) || typeof value.transform.kind !== 'string') return null;
  return { ...(value as unknown as Binding), onConflict: isRule(value.onConflict) ? value.onConflict : 'ask' };
}

function readSync(value: unknown): SyncOptions | null {
  if (!isObject(value) || !Array.isArray(value.bindings)) return null;
  return {
    bindings: value.bindings.map(readBinding).filter((binding) => binding !== null),
    onConflict: isRule(value.onConflict) ? value.onConflict : 'ask',
    automatic: value.automatic !== false,
  };
}

const isPlace = (value: unknown): value is EntryColumns =>
  isObject(value) &&
  typeof value.tableId === 'string' &&
  isObject(value.columns) &&
  Object.values(value.columns).every((colId) => typeof colId === 'string');

function readPlaces(value: unknown): EntryPlaces | null {
  if (!isObject(value)) return null;
  const kinds: readonly EntryKind[] = ['task', 'note', 'appointment'];
  return Object.fromEntries(kinds.flatMap((kind) => (isPlace(value[kind]) ? [[kind, value[kind]]] : [])));
}

/** Reads the options kept in the document. They can be anything: whoever edits the document can write them. */
export function readOptions(kept: Readonly<Record<string, unknown>> | null | undefined): WidgetOptions {
  const { tasksTable, domain } = kept ?? {};
  const sync = readSync(kept?.sync);
  const mirrors = readPlaces(kept?.mirrors);
  return {
    ...((tasksTable === null || isTasksTable(tasksTable)) && { tasksTable }),
    ...(sync && { sync }),
    // Links lead to `https://` and this host.
    ...(typeof domain === 'string' && (domain === '' || isHostName(domain)) && { domain }),
    ...(mirrors && { mirrors }),
  };
}
