import { adoptRows, type EntryPair, type MadeEntry } from './adopt-rows.ts';
import { isSame } from './compare.ts';
import {
  type EntryBase,
  type EntryColumn,
  type EntryKind,
  type EntryRow,
  type EntryValueKind,
  type EntryValues,
  entryColumns,
  type HighLevelEntry,
} from './entries.ts';
import type { ValueKind } from './fields.ts';
import { type ConflictRule, type Direction, merge, type Outcome } from './merge.ts';
import { wordsIn } from './plain-text.ts';

/** One contact's part of an entry table, and its entries. */
export interface EntrySides {
  entries: readonly HighLevelEntry[];
  rows: readonly EntryRow[];
  base: EntryBase;
  /** By row: entries that were made of typed rows which do not have the ids yet. */
  made: ReadonlyMap<number, MadeEntry>;
}

/** How an entry table takes part. */
export interface EntryRule {
  direction: Direction;
  onConflict: ConflictRule;
  /** Columns that can hold all that HighLevel takes. */
  sendable: ReadonlySet<string>;
}

/** Columns of a row that go to one side. */
export interface EntryChange {
  id: string;
  rowId: number;
  values: EntryValues;
}

/** Columns in which a row and its entry differ. */
export interface EntryDifference {
  id: string;
  rowId: number;
  grist: EntryValues;
  highlevel: EntryValues;
}

export interface EntryPlan {
  /**
   * Entries without a row that can be seen. Where both sides agreed on one before, its row was deleted, or an access rule
   * hides it.
   */
  missing: readonly { entry: HighLevelEntry; wasAgreed: boolean }[];
  /** Typed rows that are given the id of the entry they stand for, and the values that go with it. */
  adopt: readonly EntryChange[];
  /** Cells that follow HighLevel. */
  update: readonly EntryChange[];
  /** Rows of entries that HighLevel no longer has, unchanged since both sides agreed on them. */
  remove: readonly number[];
  /** Rows of entries that HighLevel no longer has, changed since. */
  orphans: readonly EntryRow[];
  /** Changes of the grid that go to HighLevel. */
  send: readonly EntryChange[];
  /** Changed on both sides, or different and never agreed on: a person chooses. */
  conflicts: readonly EntryDifference[];
  /**
   * Different, and nothing flows: the column cannot hold all of such a value, it shows less than HighLevel has, HighLevel
   * does not take it, or the direction forbids it.
   */
  differs: readonly EntryDifference[];
  /** Typed rows that HighLevel does not have yet. */
  create: readonly EntryRow[];
  /** What both sides hold and the base does not say. */
  agree: EntryBase;
}

/**
 * Compares the entries of a contact with its rows and with what they last agreed on, column by column, with `merge`. Of rows
 * with one id, as after a copy, the first stands for the entry. A row with an id that both sides never agreed on, and that is
 * not among the entries, is left alone.
 */
export function planEntries(kind: EntryKind, { entries, rows, base, made }: EntrySides, rule: EntryRule): EntryPlan {
  const rowOf = new Map<string, EntryRow>();
  for (const row of rows) if (row.id !== '' && !rowOf.has(row.id)) rowOf.set(row.id, row);
  const typed = rows.filter(({ id }) => id === '');
  const rowless = entries.filter(({ id }) => !rowOf.has(id));
  const adopted = adoptRows(kind, typed, rowless, made);
  const adoptedIds = new Set(adopted.map(({ entry }) => entry.id));
  const adoptedRows = new Set(adopted.map(({ row }) => row.rowId));

  const paired = entries.flatMap((entry): EntryPair[] => {
    const row = rowOf.get(entry.id);
    return row ? [{ entry, row, base: base.get(entry.id) ?? {} }] : [];
  });
  const compared = (pair: EntryPair) => compare(kind, pair, base.get(pair.entry.id) ?? {}, rule);
  const [adoptions, pairs] = [adopted.map(compared), paired.map(compared)];
  const all = [...pairs, ...adoptions];

  const isReceiving = rule.direction !== 'to-highlevel';
  const missing = rowless.filter(({ id }) => isReceiving && !adoptedIds.has(id));
  const create = typed.filter(({ rowId }) => !adoptedRows.has(rowId) && !made.has(rowId));
  const known = new Set(entries.map(({ id }) => id));
  const gone = [...rowOf.values()].filter(({ id }) => !known.has(id) && base.has(id));
  const isRemoved = (row: EntryRow) =>
    isReceiving && (rule.onConflict === 'highlevel' || isAsAgreed(kind, row, base.get(row.id) ?? {}));

  return {
    missing: missing.map((entry) => ({ entry, wasAgreed: base.has(entry.id) })),
    adopt: adoptions.map(({ id, rowId, parts }) => ({ id, rowId, values: parts['to-grist']?.highlevel ?? {} })),
    update: changesOf(pairs, 'to-grist', 'highlevel'),
    remove: gone.filter(isRemoved).map(({ rowId }) => rowId),
    orphans: gone.filter((row) => !isRemoved(row)),
    send: changesOf(all, 'to-highlevel', 'grist'),
    conflicts: differencesOf(all, 'conflict'),
    differs: differencesOf(all, 'differs'),
    create: rule.direction === 'to-grist' ? [] : create,
    agree: new Map(changesOf(all, 'same', 'highlevel').map(({ id, values }) => [id, values])),
  };
}

type Parts = Partial<Record<Outcome['kind'], { grist: Record<string, string>; highlevel: Record<string, string> }>>;

/** A row and its entry, and their columns by what becomes of them. */
interface Compared {
  id: string;
  rowId: number;
  parts: Parts;
}

const changesOf = (pairs: readonly Compared[], outcome: Outcome['kind'], side: 'grist' | 'highlevel') =>
  pairs.flatMap(({ id, rowId, parts }) => (parts[outcome] ? [{ id, rowId, values: parts[outcome][side] }] : []));

const differencesOf = (pairs: readonly Compared[], outcome: Outcome['kind']) =>
  pairs.flatMap(({ id, rowId, parts }) => (parts[outcome] ? [{ id, rowId, ...parts[outcome] }] : []));

function compare(kind: EntryKind, { entry, row, base }: EntryPair, noted: EntryValues, rule: EntryRule): Compared {
  const parts: Parts = {};
  for (const column of entryColumns[kind]) {
    const { key } = column;
    const [grist, highlevel] = [row.values[key], entry.values[key]];
    if (grist === undefined || highlevel === undefined) continue;
    const isSendable = rule.sendable.has(key) && !entry.lossy.includes(key);
    const outcome = outcomeOf(column, base[key], grist, highlevel, { ...rule, isSendable });
    if (outcome === 'same' && noted[key] === highlevel) continue;
    parts[outcome] ??= { grist: {}, highlevel: {} };
    parts[outcome].grist[key] = grist;
    parts[outcome].highlevel[key] = highlevel;
  }
  return { id: entry.id, rowId: row.rowId, parts };
}

/** How the texts of a column are compared. */
const kinds: Readonly<Record<EntryValueKind, ValueKind>> = {
  text: 'large-text',
  time: 'text',
  flag: 'boolean',
  name: 'text',
};

/** A name is recognised in any spelling of its letters, and a text by its words: HighLevel wraps lines in paragraphs. */
function fold({ value }: EntryColumn, text: string): string {
  if (value === 'text') return wordsIn(text);
  return value === 'name' ? text.toLowerCase() : text;
}

function outcomeOf(
  column: EntryColumn,
  agreed: string | undefined,
  grist: string,
  highlevel: string,
  { direction, onConflict, isSendable }: Pick<EntryRule, 'direction' | 'onConflict'> & { isSendable: boolean },
): Outcome['kind'] {
  const traits = { kind: kinds[column.value], writable: column.writable && isSendable, clearable: true };
  // An empty cell that never said anything is filled in, and so is a toggle, which cannot say nothing.
  const isBlank = grist.trim() === '' || column.value === 'flag';
  const base = agreed ?? (isBlank ? grist : undefined);
  const [last, here, there] = [base, grist, highlevel].map((text) => text && fold(column, text));
  const { kind } = merge(last, here ?? '', there ?? '', { direction, onConflict, traits });
  // Without an agreement neither text is known to be newer.
  const isChoice = kind === 'differs' && base === undefined && direction === 'both' && traits.writable;
  return isChoice ? 'conflict' : kind;
}

/** Did no cell change since both sides agreed on the row? */
function isAsAgreed(kind: EntryKind, { values }: EntryRow, base: EntryValues): boolean {
  return entryColumns[kind].every((column) => {
    const [text, agreed] = [values[column.key], base[column.key]];
    const traits = { kind: kinds[column.value] };
    return text === undefined || agreed === undefined || isSame(traits, fold(column, text), fold(column, agreed));
  });
}
