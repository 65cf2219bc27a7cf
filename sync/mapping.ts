import type { ConflictRule, Direction } from './merge.ts';
import type { Rules } from './plan.ts';
import { type CustomTraits, type FieldRef, traitsOf } from './refs.ts';
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

/** How the mapped fields take part. Custom fields that HighLevel no longer has are left out. */
export function rulesOf(bindings: readonly Binding[], customFields: readonly CustomTraits[]): Rules {
  return new Map(
    bindings.flatMap(({ field, direction, onConflict, transform }) => {
      const traits = traitsOf(field, customFields);
      return traits ? [[field, { direction, onConflict, traits, transform }]] : [];
    }),
  );
}
