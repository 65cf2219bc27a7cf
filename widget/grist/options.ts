import { fieldKeys } from '../../sync/fields.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { Transform } from '../../sync/transforms/transform.ts';
import type { SyncOptions, TasksTable, WidgetOptions } from './port.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isTasksTable = (value: unknown): value is TasksTable =>
  isObject(value) && ['tableId', 'idColumn', 'doneColumn'].every((key) => typeof value[key] === 'string');

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);

const isField = (value: unknown): value is FieldRef =>
  typeof value === 'string' &&
  (/^(tags|business|custom:.+|dnd:\w+)$/.test(value) || (fieldKeys as readonly string[]).includes(value));

/** What each kind of transform must say. */
const saying: Readonly<Record<Transform['kind'], Readonly<Record<string, 'string' | 'number' | 'object'>>>> = {
  'as-is': {},
  text: { letters: 'string' },
  phone: { country: 'string', inGrist: 'string' },
  name: { order: 'string' },
  date: { format: 'string' },
  money: { decimals: 'number' },
  number: { decimals: 'number' },
  boolean: { yes: 'string', no: 'string' },
  choice: { pairs: 'object' },
  choices: { separator: 'string' },
  owner: { by: 'string' },
  business: { by: 'string' },
  tags: { separator: 'string' },
};

function readTransform(value: unknown): Transform {
  const wanted =
    isObject(value) && typeof value.kind === 'string' ? saying[value.kind as Transform['kind']] : undefined;
  const isWhole = wanted && Object.entries(wanted).every(([key, type]) => typeof (value as never)[key] === type);
  return isWhole ? (value as Transform) : { kind: 'as-is' };
}

function readBinding(value: unknown): SyncOptions['bindings'][number] | null {
  if (!isObject(value) || !isField(value.field)) return null;
  return {
    colId: typeof value.colId === 'string' ? value.colId : '',
    field: value.field,
    direction: oneOf(value.direction, ['to-highlevel', 'to-grist', 'both']) ?? 'both',
    transform: readTransform(value.transform),
    onConflict: oneOf(value.onConflict, ['ask', 'grist', 'highlevel']) ?? 'ask',
  };
}

function readSync(value: unknown): SyncOptions | null {
  if (!isObject(value)) return null;
  const bindings = Array.isArray(value.bindings) ? value.bindings.map(readBinding) : [];
  return {
    bindings: bindings.filter((binding) => binding !== null),
    onConflict: oneOf(value.onConflict, ['ask', 'grist', 'highlevel']) ?? 'ask',
    automatic: value.automatic !== false,
  };
}

/** Reads the options kept in the document. They can be anything: whoever edits the document can write them. */
export function readOptions(kept: Readonly<Record<string, unknown>> | null | undefined): WidgetOptions {
  const { tasksTable } = kept ?? {};
  const sync = readSync(kept?.sync);
  return {
    ...((tasksTable === null || isTasksTable(tasksTable)) && { tasksTable }),
    ...(sync && { sync }),
  };
}
