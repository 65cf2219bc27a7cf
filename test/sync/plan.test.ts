import { expect, test } from 'vitest';
import type { Values } from '../../sync/cells.ts';
import type { Binding } from '../../sync/mapping.ts';
import { plan } from '../../sync/plan.ts';

const facts = {
  customFields: [],
  context: { users: [{ id: 'u1', name: 'Ana', email: '' }], businesses: [], phone: null },
};
const binding = (field: Binding['field'], given: Partial<Binding> = {}): Binding => ({
  ...{ colId: field, field, direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask' },
  ...given,
});
const bindings = [binding('city'), binding('email')];

/** Plans rows of the contact `c1`, the values of each given. */
function planOne(rows: Values[], contact: Values, base: Values | undefined, given = bindings) {
  const linked = rows.map((values, at) => ({ rowId: at + 1, contactId: 'c1', values }));
  const plans = plan(linked, new Map([['c1', contact]]), new Map(base && [['c1', base]]), given, facts);
  const found = plans.get('c1');
  return found && Object.fromEntries(found.outcomes);
}

test('fields that are the same and agreed on need nothing', () => {
  expect(planOne([{ city: 'Rome' }], { city: 'Rome' }, { city: 'Rome' })).toBeUndefined();
});

test('different fields flow different ways at once', () => {
  const outcomes = planOne(
    [{ city: 'Oslo', email: 'a@example.org' }],
    { city: 'Rome', email: 'b@example.org' },
    { city: 'Rome', email: 'a@example.org' },
  );
  expect(outcomes).toEqual({
    city: { kind: 'to-highlevel', value: 'Oslo' },
    email: { kind: 'to-grist', value: 'b@example.org' },
  });
});

test('what is the same without having been agreed on is to be agreed on', () => {
  expect(planOne([{ city: 'Rome' }], { city: 'Rome' }, undefined)).toEqual({ city: { kind: 'same', value: 'Rome' } });
});

test('a value that the column cannot say stays where it is', () => {
  const owner = [binding('assignee', { transform: { kind: 'owner', by: 'name' } })];
  expect(planOne([{ assignee: 'u1' }], { assignee: 'u9' }, { assignee: 'u1' }, owner)).toEqual({
    assignee: { kind: 'differs', grist: 'u1', highlevel: 'u9' },
  });
});

test('a cell that says nothing leaves its field alone', () => {
  expect(planOne([{}], { city: 'Rome' }, { city: 'Oslo' })).toBeUndefined();
});

test('a field that HighLevel no longer has is left alone', () => {
  expect(planOne([{ 'custom:x': 'a' }], { 'custom:x': 'b' }, undefined, [binding('custom:x')])).toBeUndefined();
});

test('one of two rows of a contact speaks when only it changed', () => {
  expect(planOne([{ city: 'Oslo' }, { city: 'Rome' }], { city: 'Rome' }, { city: 'Rome' })).toEqual({
    city: { kind: 'to-highlevel', value: 'Oslo' },
  });
});

test('a row that is behind catches up instead of taking the change back', () => {
  expect(planOne([{ city: 'Oslo' }, { city: 'Rome' }], { city: 'Oslo' }, { city: 'Rome' })).toEqual({
    city: { kind: 'to-grist', value: 'Oslo' },
  });
});

test('rows of one contact that contradict each other decide nothing', () => {
  expect(planOne([{ city: 'Oslo' }, { city: 'Bern' }], { city: 'Rome' }, { city: 'Rome' })).toEqual({
    city: { kind: 'differs', grist: 'Oslo', highlevel: 'Rome' },
  });
});

test('rows without a contact, and contacts that were not read, are left out', () => {
  const rows = [
    { rowId: 1, contactId: '', values: { city: 'Oslo' } },
    { rowId: 2, contactId: 'gone', values: { city: 'Oslo' } },
  ];
  expect(plan(rows, new Map(), new Map(), bindings, facts).size).toBe(0);
});

test('a plan says which rows a contact has', () => {
  const rows = [3, 7].map((rowId) => ({ rowId, contactId: 'c1', values: { city: 'Oslo' } }));
  const plans = plan(rows, new Map([['c1', { city: 'Rome' }]]), new Map(), bindings, facts);
  expect(plans.get('c1')?.rowIds).toEqual([3, 7]);
});
