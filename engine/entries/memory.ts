import type { EntryContent } from '../../grist/entry-table.ts';
import type { MadeEntry } from '../../sync/adopt-rows.ts';
import type { EntryRow } from '../../sync/entries.ts';
import type { TableRef } from './agreements.ts';
import { createTypedRows } from './typed-rows.ts';

/** What a page or a worker remembers of entry tables from one look to the next. It may be lost at any time. */
export interface EntryMemory {
  noteContent(table: TableRef, content: EntryContent): void;
  /** Milliseconds until a typed row has rested; 0 when it has. */
  restOf(table: TableRef, row: EntryRow): number;
  /** Entries that were made of typed rows, by row, until the rows have their ids. */
  madeOf(table: TableRef): ReadonlyMap<number, MadeEntry>;
  noteMade(table: TableRef, rowId: number, made: MadeEntry): void;
  /** Was a row with that id seen here, so that one which cannot be seen any more was deleted? */
  wasSeen(table: TableRef, id: string): boolean;
  /**
   * Is this due for a contact now, and was not when it was last acted on? What stays due, such as a row that Grist refuses, is no
   * reason to act again, or not before some seconds have passed.
   */
  isNews(table: TableRef, contactId: string, due: string): boolean;
  /** `isOpen`: another client is about to do it, or it may work the next time. */
  noteActed(table: TableRef, contactId: string, due: string, isOpen: boolean): void;
  /** Forgets what was acted on, as when other rules or another person decide what is refused. */
  forgetActed(): void;
}

/** Milliseconds before what stayed open is tried again. */
const pause = 10_000;

interface TableMemory {
  seen: Set<string>;
  made: Map<number, MadeEntry>;
}

export function createEntryMemory(): EntryMemory {
  const tables = new Map<string, TableMemory>();
  const typed = createTypedRows();
  const acted = new Map<string, { due: string; until: number }>();
  const keyOf = ({ tableId }: TableRef, contactId: string) => `${contactId} ${tableId}`;

  function memoryOf({ tableId }: TableRef): TableMemory {
    const known = tables.get(tableId) ?? { seen: new Set(), made: new Map() };
    tables.set(tableId, known);
    return known;
  }

  return {
    noteContent(table, { rows }) {
      const { seen, made } = memoryOf(table);
      const waiting = new Set<number>();
      for (const { rowId, id } of rows) {
        if (id === '') waiting.add(rowId);
        else seen.add(id);
      }
      // A row that says its entry itself, or that is gone, needs no remembering.
      for (const rowId of made.keys()) if (!waiting.has(rowId)) made.delete(rowId);
      typed.note(table.tableId, rows);
    },
    restOf: ({ tableId }, row) => typed.restOf(tableId, row),
    madeOf: (table) => memoryOf(table).made,
    noteMade: (table, rowId, made) => void memoryOf(table).made.set(rowId, made),
    wasSeen: (table, id) => memoryOf(table).seen.has(id),
    isNews(table, contactId, due) {
      const last = acted.get(keyOf(table, contactId));
      return due !== '' && (last?.due !== due || Date.now() >= last.until);
    },
    noteActed(table, contactId, due, isOpen) {
      const until = isOpen ? Date.now() + pause : Number.POSITIVE_INFINITY;
      if (due === '') acted.delete(keyOf(table, contactId));
      else acted.set(keyOf(table, contactId), { due, until });
    },
    forgetActed: () => acted.clear(),
  };
}
