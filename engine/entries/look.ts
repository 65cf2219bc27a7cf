import type { ContactRow } from '../../grist/contact-table.ts';
import type { EntryContent, EntryTable, LinkedEntryRow } from '../../grist/entry-table.ts';
import type { EntryBase, EntryKind, EntryRow, EntryValues, HighLevelEntry } from '../../sync/entries.ts';
import { type EntryPlan, planEntries } from '../../sync/plan-entries.ts';
import { blankForm, differences, type Entry, type EntryForm, missingOf } from '../forms.ts';
import type { Equal } from '../log.ts';
import type { Operation, OperationOf } from '../operation.ts';
import type { Directory, Ports } from '../ports.ts';
import type { AgreedByName } from '../state.ts';
import { agreedEntries, entryNames, type TableRef } from './agreements.ts';
import { type GivenBack, isGivenBack, withoutGivenBack } from './given-back.ts';
import type { EntryMemory } from './memory.ts';
import { type EntryTerms, entryValues, formWith } from './values.ts';

/** A contact and the rows of the contacts' table that hold it, at least one. New rows of entries are linked to the first. */
export interface LinkedContact {
  contactId: string;
  rowIds: readonly number[];
}

/** Groups rows by their contacts. */
export function linkedContacts(rows: readonly Pick<ContactRow, 'rowId' | 'contactId'>[]): readonly LinkedContact[] {
  const byContact = new Map<string, number[]>();
  for (const { rowId, contactId } of rows) byContact.set(contactId, [...(byContact.get(contactId) ?? []), rowId]);
  return [...byContact].map(([contactId, rowIds]) => ({ contactId, rowIds }));
}

/** An entry table as it was at one moment. */
export interface TableSnapshot {
  table: EntryTable;
  content: EntryContent;
  /** In the order of the table: rows that are linked to the contact, and those of these entries. */
  rowsOf(contact: LinkedContact, ids: ReadonlySet<string>): readonly LinkedEntryRow[];
}

export function takeSnapshot(table: EntryTable, content: EntryContent): TableSnapshot {
  const byContact = new Map<number | string, number[]>();
  const byId = new Map<string, number[]>();
  const put = <Key>(index: Map<Key, number[]>, key: Key, at: number) => index.set(key, [...(index.get(key) ?? []), at]);
  for (const [at, { id, contact }] of content.rows.entries()) {
    if (contact !== null) put(byContact, contact, at);
    if (id !== '') put(byId, id, at);
  }
  return {
    table,
    content,
    rowsOf({ contactId, rowIds }, ids) {
      const linked = [contactId, ...rowIds].flatMap((key) => byContact.get(key) ?? []);
      const named = [...ids].flatMap((id) => byId.get(id) ?? []);
      const found = [...new Set([...linked, ...named])].toSorted((one, other) => one - other);
      return found.flatMap((at) => content.rows[at] ?? []);
    },
  };
}

/** Operations about entries that a client keeps: what they are about is left to them. */
export interface Hands extends GivenBack {
  /** Ids of entries. */
  entries: ReadonlySet<string>;
  /** Creates by kind and row. */
  rows: ReadonlyMap<string, OperationOf<'entry'>>;
}

const rowKey = (kind: EntryKind, rowId: number) => `${kind} ${rowId}`;

export function handsIn(operations: Iterable<Operation>): Hands {
  const entries = new Set<string>();
  const rows = new Map<string, OperationOf<'entry'>>();
  const updates = new Map<string, OperationOf<'entry'>>();
  const ticks = new Map<string, OperationOf<'tick'>>();
  for (const one of operations) {
    if (one.kind === 'tick') {
      if (isGivenBack(one)) ticks.set(one.target.taskId, one);
      else entries.add(one.target.taskId);
    }
    if (one.kind !== 'entry') continue;
    const { kind, entryId, row } = one.target;
    if (entryId !== null && isGivenBack(one)) updates.set(entryId, one);
    else if (entryId !== null) entries.add(entryId);
    if (row) rows.set(rowKey(kind, row.rowId), one);
  }
  return { entries, rows, updates, ticks };
}

/** Both sides of one contact's part of a table at one moment, and what is to become of them. */
export interface EntryLook {
  table: EntryTable;
  contact: LinkedContact;
  entries: ReadonlyMap<string, Entry>;
  /** Changes of rows that were refused: a new change of such an entry takes the place of the old one. */
  updates: GivenBack['updates'];
  rows: readonly LinkedEntryRow[];
  terms: EntryTerms;
  plan: EntryPlan;
  /** Entries that are given a row. */
  add: readonly HighLevelEntry[];
  /** Typed rows that can be created in HighLevel. */
  create: readonly { row: LinkedEntryRow; form: EntryForm }[];
}

export interface LookContext {
  memory: EntryMemory;
  hands: Hands;
  directory: Directory;
  /** All that is agreed on about the contact. */
  agreed: AgreedByName;
  /** Does no access rule hide rows from this person? */
  seesAll: boolean;
  /** Can such a typed row be taken, or is it still being typed? */
  isReady(table: EntryTable, row: EntryRow): boolean;
}

/** Compares a contact's entries with its rows. `known`: all entries of the table's kind that HighLevel has of the contact. */
export function lookAtEntries(
  { table, content, rowsOf }: TableSnapshot,
  contact: LinkedContact,
  known: readonly Entry[],
  { memory, hands, directory, agreed, seesAll, isReady }: LookContext,
): EntryLook {
  const { kind } = table;
  const terms = { ...directory, timeZone: directory.documentZone, days: content.days };
  const isFree = ({ id }: { id: string }) => !hands.entries.has(id);
  const entries = known.filter(isFree).map((entry) => entryValues(entry, terms));
  const rows = rowsOf(contact, new Set(known.map(({ id }) => id))).filter(isFree);
  const sides = new Map<string, EntryValues[]>();
  for (const { id, values } of [...rows, ...entries]) sides.set(id, [...(sides.get(id) ?? []), values]);
  const base = agreedEntries(agreed, table, sides);
  const rule = { direction: 'both', onConflict: 'ask', sendable: content.sendable } as const;
  const compared = planEntries(kind, { entries, rows, base, made: memory.madeOf(table) }, rule);
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const { updates, ticks } = hands;
  const plan = withoutGivenBack(compared, { kind, entries: byId, terms, updates, ticks });

  const inHand = ({ rowId }: EntryRow) => hands.rows.get(rowKey(kind, rowId));
  const isOnItsWay = (row: EntryRow) => (inHand(row)?.status ?? 'draft') !== 'draft';
  const isRefused = (row: EntryRow, form: EntryForm) => {
    const want = inHand(row)?.want;
    return want !== null && want !== undefined && differences(want, form).length === 0;
  };
  const creatable = plan.create.flatMap((typed) => {
    const [form, row] = [
      formWith(blankForm(kind), typed.values, terms),
      rows.find(({ rowId }) => rowId === typed.rowId),
    ];
    return form && row && missingOf(form).length === 0 ? [{ row, form }] : [];
  });
  // Until such a row has its id, the entry that is made of it looks like one without a row.
  const isCreating = plan.create.some(isOnItsWay);
  return {
    table,
    contact,
    entries: byId,
    updates,
    rows,
    terms,
    plan,
    // What had a row before was deleted, unless a rule hides its row, or its id, from this person.
    add: plan.missing
      .filter(({ entry: { id }, wasAgreed }) => {
        if (isCreating) return false;
        return !wasAgreed || (content.unreadable.length === 0 && (seesAll || memory.wasSeen(table, id)));
      })
      .map(({ entry }) => entry),
    create: creatable.filter(({ row, form }) => !isOnItsWay(row) && !isRefused(row, form) && isReady(table, row)),
  };
}

/** What there is to be done, as text; `''` for nothing. */
export function dueIn({ add, create, plan: { adopt, update, remove, send, conflicts } }: EntryLook): string {
  const all = [add.map(({ id }) => id), create.map(({ row }) => row), adopt, update, remove, send, conflicts];
  return all.some((part) => part.length > 0) ? JSON.stringify(all) : '';
}

/** Does it rely on what HighLevel has? What the grid sends is compared once more before it is written. */
export const reliesOnHighLevel = ({ add, create, plan: { adopt, update, remove, conflicts } }: EntryLook): boolean =>
  [add, create, adopt, update, remove, conflicts].some((part) => part.length > 0);

/** Values of a contact's entries that both sides hold, ready to be agreed on. */
export const equalIn = (
  { base }: Pick<Ports, 'base'>,
  table: TableRef,
  contactId: string,
  held: EntryBase,
): readonly Equal[] =>
  held.size === 0 ? [] : [{ contactId, values: entryNames(base.of(contactId) ?? {}, table, held) }];
