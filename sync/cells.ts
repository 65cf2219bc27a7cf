import type { FieldRef } from './refs.ts';

/** Values by field, as text. A missing key says nothing. */
export type Values = Readonly<Partial<Record<FieldRef, string>>>;

/** Whether two texts mean the same value of a field. */
export type Same = (field: FieldRef, left: string, right: string) => boolean;

const fieldsIn = (values: Values) => Object.keys(values) as FieldRef[];

/** The fields that a save changed in HighLevel: its own, and those that follow, such as the full name after a first name. */
export function changedBy(saved: FieldRef, before: readonly Values[], after: Values): FieldRef[] {
  return fieldsIn(after).filter(
    (field) =>
      field === saved || before.some((values) => values[field] !== undefined && values[field] !== after[field]),
  );
}

interface CellFacts {
  /** What the saved field's own cell held when the person began, where that is known. */
  cell?: string | undefined;
  /** What HighLevel is known to have had. */
  before: readonly Values[];
  after: Values;
  row: Values;
  mapped: ReadonlySet<FieldRef>;
  same: Same;
}

/**
 * Plans which cells of a row are written after a save. A cell that follows is written only when it holds what HighLevel
 * is known to have had `before`, and the saved field's own also when it holds what the person saw. Any other value was written
 * by another client, and stays.
 */
export function cellsAfterSave(saved: FieldRef, { cell, before, after, row, mapped, same }: CellFacts): Values {
  const isKnown = (field: FieldRef) =>
    row[field] !== undefined &&
    before.some((values) => values[field] !== undefined && same(field, row[field] ?? '', values[field] ?? ''));
  const isSeen = (text: string | undefined) => cell === undefined || text === undefined || same(saved, text, cell);
  const due = changedBy(saved, before, after).filter(
    (field) =>
      mapped.has(field) && row[field] !== after[field] && ((field === saved && isSeen(row[field])) || isKnown(field)),
  );
  return Object.fromEntries(due.map((field) => [field, after[field]]));
}
