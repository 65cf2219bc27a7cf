import { isSameValue } from './compare.ts';
import { type FieldKey, type FieldValues, fieldKeys } from './fields.ts';

/** Picks the fields out of anything that holds them as text, such as a contact. */
export function fieldValuesOf(source: Readonly<Record<FieldKey, string>>): Record<FieldKey, string> {
  return Object.fromEntries(fieldKeys.map((key) => [key, source[key]])) as Record<FieldKey, string>;
}

/**
 * Plans which cells of a row follow one saved field: the field's own, and every cell whose value HighLevel changed along
 * with it (the full name after a first name). Such a follower is written only when it agreed with HighLevel before: a
 * cell that already differed holds somebody's own value.
 */
export function cellsAfterSave(
  saved: FieldKey,
  before: Readonly<Record<FieldKey, string>>,
  after: Readonly<Record<FieldKey, string>>,
  row: FieldValues,
  mapped: ReadonlySet<FieldKey>,
): FieldValues {
  const follows = (key: FieldKey) =>
    before[key] !== after[key] && row[key] !== undefined && isSameValue(key, row[key], before[key]);
  const due = fieldKeys.filter((key) => mapped.has(key) && row[key] !== after[key] && (key === saved || follows(key)));
  return Object.fromEntries(due.map((key) => [key, after[key]]));
}
