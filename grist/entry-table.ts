import type { EntryKind } from '../sync/entries.ts';
import type { MirrorRow, MirrorValues } from '../sync/mirror.ts';

/** A row of an entry table. `contact` is a row of the contacts' table, or a contact's id; `null` when it names none. */
export interface EntryRow extends MirrorRow {
  contact: number | string | null;
}

/** What an entry table holds. */
export interface EntryContent {
  rows: readonly EntryRow[];
  /** Columns that can hold all that HighLevel would take. */
  sendable: ReadonlySet<string>;
  /** Columns that hold the day of a time. */
  days: ReadonlySet<string>;
}

/** What becomes of the rows of one contact. */
export interface EntryChanges {
  contact: { rowId: number; contactId: string };
  add: readonly { id: string; values: MirrorValues }[];
  /** With `id` the row is given the id of its entry. */
  update: readonly { rowId: number; values: MirrorValues; id?: string }[];
  remove: readonly number[];
}

/** A table whose rows are tasks, notes or appointments. */
export interface EntryTable {
  readonly kind: EntryKind;
  readonly tableId: string;
  /** All rows as they are now. Throws `GristError`. */
  read(): Promise<EntryContent>;
  /** Writes changes of many contacts as one undo step. Throws `GristError`. */
  write(changes: readonly EntryChanges[], description: string): Promise<void>;
}
