import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Values } from '../../sync/cells.ts';
import { isSame } from '../../sync/compare.ts';
import { type FieldPlan, type FieldRule, planContact, type RowSides } from '../../sync/plan.ts';
import { problemWith } from '../../sync/validate.ts';
import { runs } from '../helpers/runs.ts';
import { anyRule, anyValue } from './arbitraries.ts';
import { context } from './plan-contact.ts';

interface Sides {
  rule: FieldRule;
  rows: readonly { base: string | undefined; cell: string }[];
  highlevel: string;
}

const anySides: fc.Arbitrary<Sides> = anyRule.chain((rule) =>
  fc.record({
    rule: fc.constant<FieldRule>({ ...rule, transform: { kind: 'as-is' } }),
    rows: fc.array(
      fc.record({
        base: fc.option(anyValue(rule.traits), { nil: undefined, freq: 5 }),
        cell: anyValue(rule.traits),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    highlevel: anyValue(rule.traits),
  }),
);

const of = (value: string | undefined): Values => (value === undefined ? {} : { city: value });

function planOf({ rule, rows, highlevel }: Sides): readonly FieldPlan[] {
  const sides = rows.map(({ base, cell }, rowId): RowSides => ({ rowId, cells: of(cell), base: of(base) }));
  const plans = planContact(sides, of(highlevel), new Map([['city', rule]]), context);
  return plans.flatMap(({ fields }) => fields.get('city') ?? []);
}

const law = (holds: (sides: Sides, plans: readonly FieldPlan[]) => void) =>
  fc.assert(
    fc.property(anySides, (sides) => holds(sides, planOf(sides))),
    { numRuns: runs(600, 6_000) },
  );

/** What both sides hold once the plans are carried out. */
function carryOut(sides: Sides, plans: readonly FieldPlan[]): Sides {
  const sent = plans.find(({ kind }) => kind === 'to-highlevel');
  const rows = sides.rows.map(({ base, cell }, at) => {
    const plan = plans[at];
    if (plan?.kind === 'to-grist') return { base: plan.value, cell: plan.cell };
    return plan?.kind === 'same' || plan?.kind === 'to-highlevel' ? { base: plan.value, cell } : { base, cell };
  });
  return { ...sides, rows, highlevel: sent?.kind === 'to-highlevel' ? sent.value : sides.highlevel };
}

test('plans that are carried out leave nothing to flow but what the rule takes from HighLevel', () => {
  law((sides, plans) => {
    // Numbers without a country code are the same as two that differ: what changed shows only once one of them is written.
    fc.pre(sides.rule.traits.kind !== 'phone');
    const after = carryOut(sides, plans);
    const isFlow = ({ kind }: FieldPlan) => kind === 'to-grist' || kind === 'to-highlevel';
    const left = planOf(after);
    if (sides.rule.onConflict !== 'highlevel') expect(left.filter(isFlow)).toEqual([]);
    expect(planOf(carryOut(after, left)).filter(isFlow)).toEqual([]);
  });
});

test('one value at most goes to HighLevel, and then every row that follows gets it', () => {
  law((_, plans) => {
    const sent = new Set(plans.flatMap((plan) => (plan.kind === 'to-highlevel' ? plan.value : [])));
    expect(sent.size).toBeLessThanOrEqual(1);
    for (const plan of plans) if (plan.kind === 'to-grist' && sent.size > 0) expect(sent).toContain(plan.value);
  });
});

test('a cell is written only when it did not change, or when the rule names HighLevel', () => {
  law(({ rows, rule, highlevel }, plans) => {
    for (const [at, plan] of plans.entries()) {
      const { base, cell } = rows[at] ?? { base: undefined, cell: '' };
      if (plan.kind !== 'to-grist' || rule.onConflict === 'highlevel') continue;
      const isEmpty = base === undefined && cell === '';
      const isShared = isEmpty || isSame(rule.traits, base ?? highlevel, cell) || isSame(rule.traits, cell, highlevel);
      expect(isShared).toBe(true);
    }
  });
});

test('a row in conflict is never passed over by the change of another row', () => {
  law(({ rows, rule, highlevel }, plans) => {
    for (const { base, cell } of rows) {
      const alone = planOf({ rule, highlevel, rows: [{ base, cell }] });
      const isOpen = alone[0]?.kind === 'conflict' && problemWith(rule.traits, cell) === null;
      const sent = plans.find(({ kind }) => kind === 'to-highlevel');
      if (isOpen && sent?.kind === 'to-highlevel') expect(isSame(rule.traits, sent.value, cell)).toBe(true);
    }
  });
});

test('the order of rows decides nothing', () => {
  law((sides, plans) => {
    const turned = planOf({ ...sides, rows: sides.rows.toReversed() }).toReversed();
    expect(turned.map(({ kind }) => kind)).toEqual(plans.map(({ kind }) => kind));
  });
});

test('nothing flows against its direction', () => {
  law(({ rule: { direction, traits } }, plans) => {
    const flows = new Set(plans.map(({ kind }) => kind));
    if (direction === 'to-highlevel') expect(flows).not.toContain('to-grist');
    if (direction === 'to-grist' || !traits.writable) expect(flows).not.toContain('to-highlevel');
  });
});
