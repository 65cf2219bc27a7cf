import type { EntryKind, EntryRow, EntryValues, HighLevelEntry } from './entries.ts';
import { plainOf, wordsIn } from './plain-text.ts';

/** An entry that was made of a typed row. */
export interface MadeEntry {
  id: string;
  /** What the row said when it was sent. */
  values: EntryValues;
}

/** A row, the entry that it stands for, and what both last agreed on. */
export interface EntryPair {
  row: EntryRow;
  entry: HighLevelEntry;
  base: EntryValues;
}

/** Columns by which a typed row is recognised as the entry that was made of it. */
const marks: Readonly<Record<EntryKind, readonly string[]>> = {
  task: ['title', 'due'],
  note: ['body'],
  appointment: ['title', 'starts'],
};

const wordsOf = (text = '') => wordsIn(plainOf(text).plain);

/** `null` when one of the columns is empty: then nothing can be recognised. */
function markOf(kind: EntryKind, values: EntryValues): string | null {
  const texts = marks[kind].map((key) => wordsOf(values[key]));
  return texts.includes('') ? null : JSON.stringify(texts);
}

/**
 * Finds the entries that were made of typed rows before their ids could be written down: those that are known to be (`made`),
 * then those that say the same. A row is given one entry, and an entry one row.
 */
export function adoptRows(
  kind: EntryKind,
  typed: readonly EntryRow[],
  rowless: readonly HighLevelEntry[],
  made: ReadonlyMap<number, MadeEntry>,
): readonly EntryPair[] {
  const free = new Map(rowless.map((entry) => [entry.id, entry]));
  const adopted: EntryPair[] = [];
  const adopt = (row: EntryRow, entry: HighLevelEntry | undefined, base: EntryValues) => {
    if (!entry || !free.delete(entry.id)) return;
    adopted.push({ row, entry, base });
  };
  for (const row of typed) {
    const known = made.get(row.rowId);
    if (known) adopt(row, free.get(known.id), known.values);
  }
  const byMark = new Map<string, HighLevelEntry[]>();
  for (const entry of free.values()) {
    const mark = markOf(kind, entry.values);
    if (mark !== null) byMark.set(mark, [...(byMark.get(mark) ?? []), entry]);
  }
  for (const row of typed) {
    const mark = made.has(row.rowId) ? null : markOf(kind, row.values);
    if (mark !== null) adopt(row, byMark.get(mark)?.shift(), {});
  }
  return adopted;
}
