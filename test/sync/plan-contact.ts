import type { Values } from '../../sync/cells.ts';
import { type FieldRule, planContact, type Rules } from '../../sync/plan.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import type { TransformContext } from '../../sync/transforms/types.ts';

export const context: TransformContext = {
  users: [{ id: 'u1', name: 'Ana', email: '' }],
  businesses: [],
  phone: null,
};

/** A rule that lets values run both ways as they are, and leaves conflicts to a person. */
const ruleFor = (field: FieldRef, given: Partial<FieldRule> = {}): FieldRule => ({
  direction: 'both',
  onConflict: 'ask',
  traits: traitsOf(field, []) ?? { kind: 'text', writable: true, clearable: true },
  transform: { kind: 'as-is' },
  ...given,
});

export const rulesFor = (...rules: readonly (readonly [FieldRef, Partial<FieldRule>?])[]): Rules =>
  new Map(rules.map(([field, given]) => [field, ruleFor(field, given)]));

/** Plans rows of one contact, each with its cells and its base, and returns the fields of each. */
export function planned(
  rows: readonly (readonly [cells: Values, base?: Values])[],
  highlevel: Values,
  rules: Rules = rulesFor(['city']),
) {
  const sides = rows.map(([cells, base = {}], at) => ({ rowId: at + 1, cells, base }));
  return planContact(sides, highlevel, rules, context).map(({ fields }) => Object.fromEntries(fields));
}
