import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '../../sync/compare.ts';
import { type MergeRule, merge, type Outcome } from '../../sync/merge.ts';
import { anyCase, type Case } from './arbitraries.ts';

const law = (holds: (sides: Case, outcome: Outcome) => void) =>
  fc.assert(
    fc.property(anyCase, (sides) => holds(sides, merge(sides.base, sides.grist, sides.highlevel, sides.rule))),
    { numRuns: 3000 },
  );

/** What the field is once an outcome is carried out. */
function apply(sides: Case, outcome: Outcome): Case {
  if (outcome.kind === 'conflict' || outcome.kind === 'differs') return sides;
  const { value } = outcome;
  if (outcome.kind === 'same') return { ...sides, base: value };
  return { ...sides, base: value, grist: value, highlevel: value };
}

test('a merge invents no value', () => {
  law(({ grist, highlevel }, outcome) => {
    if ('value' in outcome) expect([grist, highlevel]).toContain(outcome.value);
  });
});

test('what cannot flow is kept whole', () => {
  law(({ base, grist, highlevel }, outcome) => {
    if (outcome.kind === 'conflict') expect(outcome).toEqual({ kind: 'conflict', before: base, grist, highlevel });
    if (outcome.kind === 'differs') expect(outcome).toEqual({ kind: 'differs', grist, highlevel });
  });
});

test('a value is replaced only when it did not change, or was never there, or when the rule names the other side', () => {
  law(({ base, grist, highlevel, rule }, outcome) => {
    const unchanged = (side: string) => (base === undefined ? side.trim() === '' : isSame(rule.traits, base, side));
    if (outcome.kind === 'to-grist') expect(unchanged(grist) || rule.onConflict === 'highlevel').toBe(true);
    if (outcome.kind === 'to-highlevel') expect(unchanged(highlevel) || rule.onConflict === 'grist').toBe(true);
  });
});

test('a change on one side alone wins or is shown, whatever the rule for conflicts', () => {
  law(({ base, grist, highlevel, rule }, outcome) => {
    if (base === undefined) return;
    const [here, there] = [isSame(rule.traits, base, grist), isSame(rule.traits, base, highlevel)];
    if (here && !there) expect(['to-grist', 'differs', 'same']).toContain(outcome.kind);
    if (there && !here) expect(['to-highlevel', 'differs', 'same']).toContain(outcome.kind);
  });
});

test('sides that never agreed fill what is empty, and what differs waits for a person', () => {
  law(({ base, grist, highlevel, rule }, outcome) => {
    if (base !== undefined || rule.onConflict !== 'ask') return;
    const flow = grist === '' ? 'to-grist' : 'to-highlevel';
    const isHalf = (grist === '') !== (highlevel === '');
    expect(isHalf ? [flow, 'differs'] : ['same', 'differs']).toContain(outcome.kind);
  });
});

test('an outcome carried out leaves nothing more to do', () => {
  law((sides, outcome) => {
    const after = apply(sides, outcome);
    const again = merge(after.base, after.grist, after.highlevel, after.rule);
    if ('value' in outcome) expect(again).toEqual({ kind: 'same', value: outcome.value, agreed: true });
    else expect(again).toEqual(outcome);
  });
});

test('a flow cut off before it was agreed on is seen as the same next time', () => {
  law((sides, outcome) => {
    const { value } = { value: undefined, ...outcome };
    if (value === undefined) return;
    expect(merge(sides.base, value, value, sides.rule)).toEqual({ kind: 'same', value, agreed: sides.base === value });
  });
});

test('both sides changed alike are the same', () => {
  law(({ grist, highlevel, rule }, outcome) => {
    expect(outcome.kind === 'same').toBe(isSame(rule.traits, grist, highlevel));
  });
});

const mirrored: MergeRule = {
  direction: 'both',
  onConflict: 'ask',
  traits: { kind: 'text', writable: true, clearable: true },
};
const otherSide = { grist: 'highlevel', highlevel: 'grist', ask: 'ask' } as const;
const otherWay = { 'to-grist': 'to-highlevel', 'to-highlevel': 'to-grist', both: 'both' } as const;

test('neither side is favoured', () => {
  law(({ base, grist, highlevel, rule: { direction, onConflict } }) => {
    const here = merge(base, grist, highlevel, { ...mirrored, direction, onConflict });
    const there = merge(base, highlevel, grist, {
      ...mirrored,
      direction: otherWay[direction],
      onConflict: otherSide[onConflict],
    });
    const kinds = { ...otherWay, same: 'same', conflict: 'conflict', differs: 'differs' } as const;
    expect(kinds[here.kind as keyof typeof kinds]).toBe(there.kind);
  });
});

test('merges of different fields commute', () => {
  const settle = (record: Record<string, Case>, field: string) => {
    const { base, grist, highlevel, rule } = record[field]!;
    return { ...record, [field]: apply(record[field]!, merge(base, grist, highlevel, rule)) };
  };
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      const record = { one, other };
      expect(settle(settle(record, 'one'), 'other')).toEqual(settle(settle(record, 'other'), 'one'));
    }),
  );
});

test.each([
  ['a changed cell', 'a', 'b', 'a', { kind: 'to-highlevel', value: 'b' }],
  ['a changed field', 'a', 'a', 'b', { kind: 'to-grist', value: 'b' }],
  ['both changed', 'a', 'b', 'c', { kind: 'conflict', before: 'a', grist: 'b', highlevel: 'c' }],
  ['never agreed', undefined, 'b', 'c', { kind: 'differs', grist: 'b', highlevel: 'c' }],
])('%s', (_, base, grist, highlevel, outcome) => {
  expect(merge(base, grist, highlevel, mirrored)).toEqual(outcome);
});

test('what HighLevel would refuse stays in the cell', () => {
  const kept = { kind: 'differs', grist: '', highlevel: 'a' };
  const traits = { ...mirrored.traits, clearable: false };
  expect(merge('a', '', 'a', { ...mirrored, traits })).toEqual(kept);
});
