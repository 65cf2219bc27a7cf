import type { Values } from '../../../sync/cells.ts';
import { type Fits, type MappedFit, problemsInRow } from '../../../sync/guess/fit-columns.ts';
import type { FieldPlan, RowPlan } from '../../../sync/plan.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { TransformContext } from '../../../sync/transforms/types.ts';
import type { Standing } from '../views/sync.ts';

interface Sides {
  /** As the columns have them. */
  cells: Values;
  highlevel: Values;
  plan: RowPlan['fields'];
}

/** Says of each column of the shown row what is in its way, and which side's value may be given to the other. */
export function standingsIn(fits: Fits, sides: Sides, context: TransformContext): ReadonlyMap<FieldRef, Standing> {
  return new Map([...fits].map(([field, fit]) => [field, standingOf(fit, field, sides, context)]));
}

function standingOf(fit: MappedFit, field: FieldRef, { cells, highlevel, plan }: Sides, context: TransformContext) {
  const own = plan.get(field);
  const direction = fit.rule?.direction;
  const offers = {
    grist: direction !== 'to-grist' && !isUnheld(own, 'field'),
    highlevel: direction !== 'to-highlevel' && !isUnheld(own, 'cell'),
  };
  // An empty value is no loss, and nothing to put right.
  const isOpen = fit.rule === null || own?.kind === 'differs' || (own?.kind === 'unrepresentable' && isFilled(own));
  if (!isOpen) return { issue: null, offers };
  const [cell, value = ''] = [cells[field], highlevel[field]];
  const { problems, remedy } = problemsInRow(fit, { ...(cell !== undefined && { cell }), value }, context);
  const [problem] = problems;
  const { label: columnLabel } = fit.column;
  return { issue: problem ? { ...problem, remedy, columnLabel } : null, offers };
}

const isUnheld = (plan: FieldPlan | undefined, side: 'cell' | 'field') =>
  plan?.kind === 'unrepresentable' && plan.in === side;

const isFilled = (plan: Extract<FieldPlan, { kind: 'unrepresentable' }>) =>
  (plan.in === 'cell' ? plan.value : plan.cell).trim() !== '';
