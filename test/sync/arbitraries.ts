import fc from 'fast-check';
import type { MergeRule } from '../../sync/merge.ts';
import type { FieldTraits } from '../../sync/refs.ts';

/** Few values, many of them the same in other words, so that every case of a merge comes up often. */
const values: Partial<Record<FieldTraits['kind'], readonly string[]>> = {
  text: ['', 'Grace', 'Greta', ' Grace '],
  email: ['', 'g@example.org', 'G@example.org', 'h@example.org', 'no address'],
  phone: ['', '5550100', '+15550100', '+25550100', '+1 555 0100', '+4917155501'],
  number: ['', '1', '1.0', '1.5', '1234567890123456789', '1234567890123456788'],
  tags: ['', 'vip', 'VIP', 'vip\nnew', 'new\nvip', 'new'],
  date: ['', '1990-09-25', '1990-09-25T00:00:00.000Z', '1990-09-26'],
};

const kinds = Object.keys(values) as FieldTraits['kind'][];

const anyTraits: fc.Arbitrary<FieldTraits> = fc.record({
  kind: fc.constantFrom(...kinds),
  writable: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  clearable: fc.boolean(),
});

export const anyRule: fc.Arbitrary<MergeRule> = fc.record({
  direction: fc.constantFrom('both' as const, 'to-grist' as const, 'to-highlevel' as const),
  onConflict: fc.constantFrom('ask' as const, 'grist' as const, 'highlevel' as const),
  traits: anyTraits,
});

export const anyValue = ({ kind }: FieldTraits): fc.Arbitrary<string> => fc.constantFrom(...(values[kind] ?? ['']));

/** A field on both sides, and what they last agreed on. */
export interface Case {
  base: string | undefined;
  grist: string;
  highlevel: string;
  rule: MergeRule;
}

export const anyCase: fc.Arbitrary<Case> = anyRule.chain((rule) =>
  fc.record({
    base: fc.option(anyValue(rule.traits), { nil: undefined, freq: 5 }),
    grist: anyValue(rule.traits),
    highlevel: anyValue(rule.traits),
    rule: fc.constant(rule),
  }),
);
