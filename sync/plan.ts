import type { Values } from './cells.ts';
import { isSame } from './compare.ts';
import { isDoubtful } from './doubtful.ts';
import { type MergeRule, merge, type Outcome } from './merge.ts';
import type { FieldRef, FieldTraits } from './refs.ts';
import type { CellType } from './transforms/cell.ts';
import { isWaiting } from './transforms/prove.ts';
import { toField, toGrist } from './transforms/transform.ts';
import type { Transform, TransformContext } from './transforms/types.ts';
import { problemWith } from './validate.ts';

/** One row of a contact. */
export interface RowSides {
  rowId: number;
  /** What the mapped cells hold, as text in the terms of their columns. A missing one says nothing. */
  cells: Values;
  /** What this row and HighLevel last agreed on, in the terms of fields. A missing one: they never agreed. */
  base: Values;
  /** Fields on which HighLevel agreed with another row of the contact: emptied there, they are not filled from here. */
  agreedElsewhere?: ReadonlySet<FieldRef>;
}

/** How a field takes part. */
export interface FieldRule extends MergeRule {
  transform: Transform;
}

export type Rules = ReadonlyMap<FieldRef, FieldRule>;

/** What becomes of one field of one row. Values are in the terms of the field; `cell` is in the terms of the column. */
export type FieldPlan =
  | Exclude<Outcome, { kind: 'to-grist' }>
  | { kind: 'to-grist'; value: string; cell: string }
  /**
   * The column cannot hold `value`, which HighLevel has or is about to have (`cell`), or the field cannot hold what `cell`
   * says (`field`). Neither side is written.
   */
  | { kind: 'unrepresentable'; in: 'cell' | 'field'; cell: string; value: string };

export interface RowPlan {
  rowId: number;
  /** In the order of the rules. A field of which the cell or HighLevel says nothing is left out. */
  fields: ReadonlyMap<FieldRef, FieldPlan>;
}

/** The cells of a row in the terms of fields; `null`: the field cannot hold what the cell says. */
export type CellValues = Readonly<Partial<Record<FieldRef, string | null>>>;

/** A row of which the cells have been read. */
export interface ReadRow extends RowSides {
  values: CellValues;
}

const noFields: ReadonlySet<FieldRef> = new Set();

/**
 * Plans all rows of one contact at once, since they share HighLevel's values; each row has its own base. A change of one row
 * goes to HighLevel and to the rows that did not change. Rows that changed to different values are left to a person. Fields
 * in `skip` are left out.
 */
export function planContact(
  rows: readonly RowSides[],
  highlevel: Values,
  rules: Rules,
  context: TransformContext,
  skip = noFields,
): readonly RowPlan[] {
  const read = rows.map((row) => ({ ...row, values: readCells(row.cells, rules, context) }));
  return planRows(read, highlevel, rules, context, skip);
}

/** Reads cells in the terms of fields. A cell says nothing until what its transform looks up is loaded. */
export function readCells(cells: Values, rules: Rules, context: TransformContext): CellValues {
  const values: Partial<Record<FieldRef, string | null>> = {};
  for (const [field, { transform }] of rules) {
    const cell = cells[field];
    if (cell === undefined || isWaiting(transform, context)) continue;
    values[field] = toField(transform, cell, context) ?? null;
  }
  return values;
}

/** The second half of `planContact`, for rows of which the cells have been read. */
export function planRows(
  rows: readonly ReadRow[],
  highlevel: Values,
  rules: Rules,
  context: TransformContext,
  skip = noFields,
): readonly RowPlan[] {
  const plans = rows.map(({ rowId }) => ({ rowId, fields: new Map<FieldRef, FieldPlan>() }));
  for (const [field, rule] of rules) {
    const there = highlevel[field];
    if (there === undefined || skip.has(field)) continue;
    const isKnown = rows.some(({ base, agreedElsewhere }) => base[field] !== undefined || agreedElsewhere?.has(field));
    const alone = rows.map((row) => outcomeOf(row, field, there, rule, isKnown));
    const outcomes = rows.length > 1 ? planTogether(alone, rows, field, there, rule) : alone;
    for (let at = 0; at < rows.length; at++) {
      const outcome = outcomes[at];
      if (outcome) plans[at]?.fields.set(field, represent(outcome, rows[at]?.cells[field] ?? '', there, rule, context));
    }
  }
  return plans;
}

/** What comes of one field of one row. `unreadable`: the field cannot hold what the cell says. */
type RowOutcome = Outcome | { kind: 'unreadable' };

const unreadable: RowOutcome = { kind: 'unreadable' };

/** Compares one field of a row for itself; `null` where the cell says nothing. `isKnown`: some row agreed on the field. */
function outcomeOf(
  { cells, values, base }: ReadRow,
  field: FieldRef,
  highlevel: string,
  rule: FieldRule,
  isKnown: boolean,
): RowOutcome | null {
  const value = values[field];
  if (value === undefined) return null;
  if (value === null) return unreadable;
  const outcome = merge(base[field], value, highlevel, rule);
  if (outcome.kind === 'to-highlevel' && isDoubtful(field, highlevel, outcome.value))
    return { kind: 'differs', grist: outcome.value, highlevel, isDoubtful: true };
  if (base[field] !== undefined || outcome.kind === 'same') return outcome;
  const isEmptied = isKnown && outcome.kind === 'to-highlevel' && rule.onConflict !== 'grist';
  const isUntyped = value !== '' && isDefault(rule.transform.cell, cells[field]);
  return isEmptied || isUntyped ? { kind: 'differs', grist: value, highlevel } : outcome;
}

/** A new row has `0` and `false` in its columns of numbers and ticks, although no person wrote them. */
function isDefault(cell: CellType | undefined, text: string | undefined): boolean {
  return cell === 'flag' ? text === 'false' : (cell === 'number' || cell === 'integer') && text === '0';
}

/** Lets a change that is about to go to HighLevel go to the other rows, too, unless one of them changed to something else. */
function planTogether(
  outcomes: readonly (RowOutcome | null)[],
  rows: readonly ReadRow[],
  field: FieldRef,
  highlevel: string,
  { traits, direction }: MergeRule,
): readonly (RowOutcome | null)[] {
  if (!outcomes.some((outcome) => outcome?.kind === 'to-highlevel')) return outcomes;
  const changes = outcomes.map((outcome, at) => changeIn(outcome, rows[at]?.base[field], traits));
  const value = mergedCell(changes, traits);
  return outcomes.map((outcome, at) => {
    const change = changes[at] ?? null;
    if (value !== null && change !== null) return { kind: 'to-highlevel', value };
    if (value !== null) {
      const isBehind = outcome?.kind === 'same' || outcome?.kind === 'to-grist';
      return isBehind && direction === 'both' ? { kind: 'to-grist', value } : outcome;
    }
    if (outcome?.kind !== 'to-highlevel') return outcome;
    const [before, grist] = [rows[at]?.base[field], outcome.value];
    return direction === 'both'
      ? { kind: 'conflict', before, grist, highlevel }
      : { kind: 'differs', grist, highlevel };
  });
}

/** What a row changed to that can be sent; `null` where it did not change, or never agreed. */
function changeIn(outcome: RowOutcome | null, base: string | undefined, traits: FieldTraits): string | null {
  if (outcome?.kind === 'to-highlevel') return outcome.value;
  if (outcome?.kind !== 'conflict' && outcome?.kind !== 'differs') return null;
  const hasChanged = outcome.kind === 'conflict' || (base !== undefined && !isSame(traits, base, outcome.grist));
  return hasChanged && problemWith(traits, outcome.grist) === null ? outcome.grist : null;
}

/** The value that all changed rows of a contact hold; `null` when they contradict each other. */
function mergedCell(changes: readonly (string | null)[], traits: FieldTraits): string | null {
  const distinct = [...new Set(changes.filter((change) => change !== null))];
  // Each with each: two numbers with different country codes are both the same as one without.
  const agree = distinct.every((one) => distinct.every((other) => isSame(traits, one, other)));
  return agree ? (distinct[0] ?? null) : null;
}

/** Puts an outcome in the terms of the column. What the column cannot hold is neither written nor a choice. */
function represent(
  outcome: RowOutcome,
  cell: string,
  highlevel: string,
  { direction, transform }: FieldRule,
  context: TransformContext,
): FieldPlan {
  switch (outcome.kind) {
    case 'same':
    case 'to-highlevel':
      return outcome;
    case 'unreadable':
      return { kind: 'unrepresentable', in: 'field', cell, value: highlevel };
    case 'to-grist': {
      const { value } = outcome;
      const text = toGrist(transform, value, context);
      return text === undefined ? unheld(cell, value) : { kind: 'to-grist', value, cell: text };
    }
    default: {
      // Nothing is ever written to a column that only sends.
      const isHeld = direction === 'to-highlevel' || toGrist(transform, highlevel, context) !== undefined;
      return isHeld ? outcome : unheld(cell, highlevel);
    }
  }
}

const unheld = (cell: string, value: string): FieldPlan => ({ kind: 'unrepresentable', in: 'cell', cell, value });
