import type { ConflictRule, Direction } from './merge.ts';
import type { FieldRef } from './refs.ts';
import type { Transform } from './transforms/types.ts';

/** A column mapped to a field. Kept in the document's widget options: plain data. */
export interface Binding {
  colId: string;
  field: FieldRef;
  direction: Direction;
  transform: Transform;
  onConflict: ConflictRule;
}

/** A column of a Grist table. */
export interface Column {
  colId: string;
  label: string;
  /** Grist's own, such as `Date` or `DateTime:Europe/Paris`. */
  type: string;
  /** Computed, and never written. */
  isFormula?: boolean;
  /** Of a Choice or ChoiceList column. */
  choices?: readonly string[];
}
