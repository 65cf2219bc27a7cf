import type { EntryValues } from '../../sync/entries.ts';
import type { EntryChange, EntryDifference } from '../../sync/plan-entries.ts';
import type { Failure } from '../failure.ts';
import { differences, type EntryForm } from '../forms.ts';
import { entryApi } from '../kinds/entry-api.ts';
import { type EntryOperation, type OperationOf, operation } from '../operation.ts';
import type { TableRef } from './agreements.ts';
import type { EntryLook } from './look.ts';
import { formWith } from './values.ts';

/** An operation that a row of an entry table asks for. */
export interface Owed {
  operation: EntryOperation;
  table: TableRef;
  contactId: string;
  rowId: number;
  /** What the row says, as far as the operation is about it. */
  values: EntryValues;
  /** The lease under which one client carries it out. */
  key: string;
}

const keyFor = (what: 'tick' | 'entry' | 'row', id: string | number, { tableId }: TableRef) =>
  `${what}:${id}@${tableId}`;

/** Leases of what goes to HighLevel: of several clients that see a changed row one sends it. */
export function keysOf({ table, create, plan: { send } }: EntryLook): readonly string[] {
  return [
    ...send.flatMap(({ id, values: { done, ...others } }) => [
      ...(done === undefined ? [] : [keyFor('tick', id, table)]),
      ...(Object.keys(others).length === 0 ? [] : [keyFor('entry', id, table)]),
    ]),
    ...create.map(({ row }) => rowKeyOf(table, row.rowId)),
  ];
}

export const rowKeyOf = (table: TableRef, rowId: number): string => keyFor('row', rowId, table);

function seenForm({ table, entries }: EntryLook, id: string): EntryForm | null {
  const entry = entries.get(id);
  return entry ? entryApi(table.kind).formOf(entry) : null;
}

/** The form with a row's values. An unknown name, which HighLevel could not be told, keeps nothing else of the row from it. */
function wanted(seen: EntryForm, { assignee, ...others }: EntryValues, { terms }: EntryLook): EntryForm | null {
  const whole = assignee === undefined ? others : { ...others, assignee };
  const form = formWith(seen, whole, terms) ?? formWith(seen, others, terms);
  return form && differences(form, seen).length > 0 ? form : null;
}

/** A change of an entry of which an earlier one was refused is that one, brought up to what the row says now. */
function again({ updates }: EntryLook, entryId: string) {
  const id = updates.get(entryId)?.id;
  return id === undefined ? {} : { id };
}

function sends(look: EntryLook, { id, rowId, values }: EntryChange): Owed[] {
  const { table } = look;
  const { contactId } = look.contact;
  const { done, ...others } = values;
  const seen = seenForm(look, id);
  const want = seen && wanted(seen, others, look);
  const about = { table, contactId, rowId };
  const owed: Owed[] = [];
  if (done !== undefined && seen?.kind === 'task') {
    const target = { contactId, taskId: id, title: seen.title };
    const tick = operation({ kind: 'tick', target, want: done === 'true', seen: null, origin: 'mirror' });
    owed.push({ ...about, operation: tick, values: { done }, key: keyFor('tick', id, table) });
  }
  if (want) {
    const target = { contactId, kind: table.kind, entryId: id };
    const update = operation({ ...again(look, id), kind: 'entry', target, want, seen, origin: 'mirror' });
    owed.push({ ...about, operation: update, values: others, key: keyFor('entry', id, table) });
  }
  return owed;
}

function creates(look: EntryLook): Owed[] {
  const { table, contact } = look;
  const { contactId } = contact;
  return look.create.map(({ row, form }) => {
    const linked = { rowId: typeof row.contact === 'number' ? row.contact : (contact.rowIds[0] ?? 0), contactId };
    const target = { contactId, kind: table.kind, entryId: null, row: { rowId: row.rowId, linked } };
    return {
      operation: operation({ kind: 'entry', target, want: form, seen: null, origin: 'mirror' }),
      ...{ table, contactId, rowId: row.rowId, values: row.values, key: rowKeyOf(table, row.rowId) },
    };
  });
}

/** What goes to HighLevel. */
export const owedBy = (look: EntryLook): readonly Owed[] => [
  ...look.plan.send.flatMap((change) => sends(look, change)),
  ...creates(look),
];

/** What changed on both sides, as drafts for a person to choose: sent, they are what the grid says. */
export function choicesIn(look: EntryLook): readonly OperationOf<'entry'>[] {
  const { table, contact } = look;
  return look.plan.conflicts.flatMap(({ id, grist, highlevel }: EntryDifference) => {
    const seen = seenForm(look, id);
    const want = seen && wanted(seen, grist, look);
    if (!want) return [];
    const theirs = Object.values(highlevel).join('\n');
    const failure: Failure = { side: 'highlevel', code: 'changed', theirs, retryable: false };
    const target = { contactId: contact.contactId, kind: table.kind, entryId: id };
    const about = { ...again(look, id), kind: 'entry', target, want } as const;
    return [operation({ ...about, seen: null, origin: 'mirror', status: 'draft', failure })];
  });
}
