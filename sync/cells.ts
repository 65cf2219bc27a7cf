import { isSameValue } from './compare.ts';
import { type FieldKey, type FieldValues, fieldKeys } from './fields.ts';

/** Picks the fields out of anything that holds them as text, such as a contact. */
export function fieldValuesOf(source: AllValues): AllValues {
  return Object.fromEntries(fieldKeys.map((key) => [key, source[key]])) as AllValues;
}

/** Every field of a contact, as text. */
export type AllValues = Readonly<Record<FieldKey, string>>;

/** The fields that a save changed in HighLevel: its own, and those that follow, such as the full name after a first name. */
export function changedBy(saved: FieldKey, before: readonly AllValues[], after: AllValues): FieldKey[] {
  return fieldKeys.filter((key) => key === saved || before.some((values) => values[key] !== after[key]));
}

/**
 * Plans which cells of a row are written after a save. A cell that follows is written only when it holds what HighLevel
 * is known to have had `before`: one that holds anything else is somebody's own.
 */
export function cellsAfterSave(
  saved: FieldKey,
  before: readonly AllValues[],
  after: AllValues,
  row: FieldValues,
  mapped: ReadonlySet<FieldKey>,
): FieldValues {
  const isKnown = (key: FieldKey, cell: string | undefined) =>
    cell !== undefined && before.some((values) => isSameValue(key, cell, values[key]));
  const due = changedBy(saved, before, after).filter(
    (key) => mapped.has(key) && row[key] !== after[key] && (key === saved || isKnown(key, row[key])),
  );
  return Object.fromEntries(due.map((key) => [key, after[key]]));
}
