import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Values } from '../../sync/cells.ts';
import { type DriftRow, driftOf, isFlow } from '../../sync/drift.ts';
import type { MergeRule } from '../../sync/merge.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { anyCase, type Case } from './arbitraries.ts';

const field = (index: number): FieldRef => `custom:f${index}`;
const text: MergeRule = {
  direction: 'both',
  onConflict: 'ask',
  traits: { kind: 'text', writable: true, clearable: true },
};
const cityRule = new Map<FieldRef, MergeRule>([['city', text]]);
const row = (rowId: number, contactId: string, city: string, agreed?: string): DriftRow => ({
  rowId,
  contactId,
  values: { city },
  agreed: agreed === undefined ? {} : { city: agreed },
});

/** One row and its contact, with a field for each case. */
function sidesOf(cases: readonly Case[]) {
  const record = (pick: (one: Case) => string | undefined): Values =>
    Object.fromEntries(cases.map((one, index) => [field(index), pick(one)]).filter(([, value]) => value !== undefined));
  return {
    rules: new Map(cases.map(({ rule }, index) => [field(index), rule])),
    row: {
      rowId: 1,
      contactId: 'c',
      values: record(({ grist }) => grist),
      agreed: record(({ base }) => base),
    },
    contact: record(({ highlevel }) => highlevel),
  };
}

test('sides that hold the same texts do not differ, whatever they once agreed on', () => {
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const { row: one, rules } = sidesOf(cases);
      expect(driftOf([one], new Map([['c', one.values]]), rules).differences).toEqual([]);
    }),
  );
});

test('when everything that flows has flowed, only what a person must decide is left', () => {
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const { row: start, contact: there, rules } = sidesOf(cases);
      const [values, agreed, contact] = [{ ...start.values }, { ...start.agreed }, { ...there }] as Record<
        FieldRef,
        string
      >[];
      const look = () => driftOf([{ ...start, values: values!, agreed: agreed! }], new Map([['c', contact!]]), rules);
      const before = look().differences;
      for (const flow of before.filter(isFlow)) {
        const value = flow.outcome === 'to-grist' ? flow.highlevel : flow.grist;
        for (const side of [values, agreed, contact]) side![flow.field] = value;
      }
      expect(look().differences).toEqual(before.filter((one) => !isFlow(one)));
    }),
  );
});

test('nothing flows against its direction', () => {
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const { row: one, contact, rules } = sidesOf(cases);
      for (const { field: key, outcome } of driftOf([one], new Map([['c', contact]]), rules).differences) {
        const { direction, traits } = rules.get(key)!;
        if (outcome === 'to-highlevel') expect([direction !== 'to-grist', traits.writable]).toEqual([true, true]);
        if (outcome === 'to-grist') expect(direction).not.toBe('to-highlevel');
      }
    }),
  );
});

test('the one side that changed since both agreed is the one that is sent', () => {
  const contacts = new Map([['c', { city: 'Leeds' }]]);
  expect(driftOf([row(1, 'c', 'York', 'Leeds')], contacts, cityRule).differences).toEqual([
    { rowId: 1, contactId: 'c', field: 'city', outcome: 'to-highlevel', grist: 'York', highlevel: 'Leeds' },
  ]);
  expect(driftOf([row(1, 'c', 'York', 'York')], contacts, cityRule).differences).toMatchObject([
    { outcome: 'to-grist' },
  ]);
  expect(driftOf([row(1, 'c', 'York', 'Hull')], contacts, cityRule).differences).toMatchObject([
    { outcome: 'conflict' },
  ]);
  expect(driftOf([row(1, 'c', 'York')], contacts, cityRule).differences).toMatchObject([{ outcome: 'differs' }]);
});

test('two rows of one contact are compared each with what it agreed on', () => {
  const contacts = new Map([['c', { city: 'Leeds' }]]);
  const found = driftOf([row(1, 'c', 'Leeds', 'Leeds'), row(2, 'c', 'York', 'York')], contacts, cityRule);
  expect(found.differences).toMatchObject([{ rowId: 2, outcome: 'to-grist' }]);
});

test('equal values that were never agreed on are listed, to be agreed on', () => {
  const contacts = new Map([['c', { city: 'Leeds' }]]);
  const found = driftOf([row(1, 'c', 'Leeds'), row(2, 'c', 'Leeds', 'Leeds')], contacts, cityRule);
  expect(found).toMatchObject({ differences: [], alike: new Map([[1, { city: 'Leeds' }]]) });
});

test('rows without a contact, with one that is gone, and with one not read are listed apart', () => {
  const contacts = new Map<string, Values | null>([['gone', null]]);
  const found = driftOf([row(1, '', 'a'), row(2, 'gone', 'b'), row(3, 'later', 'c')], contacts, cityRule);
  expect(found).toMatchObject({ differences: [], unlinked: [1], gone: [2], unread: [3] });
});
