import type { Values } from '../sync/cells.ts';
import type { FieldRef } from '../sync/refs.ts';
import type { GristError } from './doc.ts';

/** A row of the contacts' table. */
export interface ContactRow {
  rowId: number;
  /** Trimmed; `''` when the row is not linked to a contact. */
  contactId: string;
  /** What mapped cells hold, as text in the terms of their column. A cell that cannot be read as text is left out. */
  cells: Values;
}

/** Cells of one row to be written, as text in the terms of their column. */
export interface RowWrite {
  rowId: number;
  /** The row must still hold this contact; else nothing of it is written and its fields are refused with `row-gone`. */
  contactId: string;
  cells: Values;
}

/** Grist did not take a cell. */
export interface Refusal {
  rowId: number;
  field: FieldRef;
  error: GristError;
}

/** The table whose rows are contacts, through a mapping of fields to columns. */
export interface ContactTable {
  readonly tableId: string;
  /** All rows as they are now, or those with these row ids, or of these contacts. Throws `GristError`. */
  rows(where?: { rowIds: readonly number[] } | { contactIds: readonly string[] }): Promise<readonly ContactRow[]>;
  /**
   * Writes cells of many rows, as one undo step where Grist takes all of them. A cell that Grist refuses keeps no other from
   * its value. Rejects with `GristError` only where nothing could be tried.
   */
  write(writes: readonly RowWrite[], description: string): Promise<readonly Refusal[]>;
  /** Writes a contact's id into a row (`''`: none), provided the row still holds `expected`; else throws `row-gone`. */
  link(rowId: number, expected: string, contactId: string, description: string): Promise<void>;
}
