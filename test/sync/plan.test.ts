import { expect, test } from 'vitest';
import type { Values } from '../../sync/cells.ts';
import { planContact } from '../../sync/plan.ts';
import { context, planned, rulesFor } from './plan-contact.ts';

const rules = rulesFor(['city'], ['email'], ['assignee', { transform: { kind: 'owner', by: 'name' } }]);
const planOne = (cells: Values, highlevel: Values, base?: Values) => planned([[cells, base]], highlevel, rules)[0];

test('a field that is the same and agreed on needs nothing', () => {
  expect(planOne({ city: 'Rome' }, { city: 'Rome' }, { city: 'Rome' })).toEqual({
    city: { kind: 'same', value: 'Rome', agreed: true },
  });
});

test('a field that is the same and was never agreed on is to be agreed on', () => {
  expect(planOne({ city: 'Rome' }, { city: 'Rome' })).toEqual({ city: { kind: 'same', value: 'Rome', agreed: false } });
});

test('different fields flow different ways at once', () => {
  const fields = planOne(
    { city: 'Oslo', email: 'a@example.org' },
    { city: 'Rome', email: 'b@example.org' },
    { city: 'Rome', email: 'a@example.org' },
  );
  expect(fields).toEqual({
    city: { kind: 'to-highlevel', value: 'Oslo' },
    email: { kind: 'to-grist', value: 'b@example.org', cell: 'b@example.org' },
  });
});

test('a value that flows to Grist comes in the terms of its column, too', () => {
  expect(planOne({ assignee: '' }, { assignee: 'u1' }, { assignee: '' })).toEqual({
    assignee: { kind: 'to-grist', value: 'u1', cell: 'Ana' },
  });
});

test('a value that flows to HighLevel is in the terms of its field', () => {
  expect(planOne({ assignee: 'ana' }, { assignee: '' }, { assignee: '' })).toEqual({
    assignee: { kind: 'to-highlevel', value: 'u1' },
  });
});

test('a cell that says nothing leaves its field alone', () => {
  expect(planOne({}, { city: 'Rome' }, { city: 'Oslo' })).toEqual({});
});

test('a field of which HighLevel says nothing is left alone', () => {
  expect(planOne({ city: 'Rome' }, {}, { city: 'Oslo' })).toEqual({});
});

test('a field that a person is at work on is left to them', () => {
  const rows = [{ rowId: 1, cells: { city: 'Oslo', email: 'a@example.org' }, base: {} }];
  const highlevel = { city: 'Rome', email: 'a@example.org' };
  const [plan] = planContact(rows, highlevel, rules, context, new Set(['city']));
  expect([...(plan?.fields.keys() ?? [])]).toEqual(['email']);
});

test('a cell says nothing until what its transform looks up is loaded', () => {
  const phone = rulesFor(['phone', { transform: { kind: 'phone', country: 'GB', inGrist: 'national' } }]);
  expect(planned([[{ phone: '020 7946 0000' }]], { phone: '+442079460000' }, phone)).toEqual([{}]);
});

test('plans name their rows', () => {
  const rows = [3, 7].map((rowId) => ({ rowId, cells: { city: 'Oslo' }, base: {} }));
  expect(planContact(rows, { city: 'Rome' }, rules, context).map(({ rowId }) => rowId)).toEqual([3, 7]);
});

test('the zero and the empty tick of a new row fill nothing', () => {
  const field = 'custom:size';
  const rules = rulesFor([field, { transform: { kind: 'number', decimals: 0, cell: 'integer' } }]);
  expect(planned([[{ [field]: '0' }]], { [field]: '' }, rules)[0]?.[field]?.kind).toBe('differs');
  expect(planned([[{ [field]: '7' }]], { [field]: '' }, rules)[0]?.[field]?.kind).toBe('to-highlevel');
  const traits = { kind: 'choice', writable: true, clearable: true } as const;
  const ticks = rulesFor([field, { traits, transform: { kind: 'boolean', yes: 'Yes', no: 'No', cell: 'flag' } }]);
  expect(planned([[{ [field]: 'false' }]], { [field]: '' }, ticks)[0]?.[field]?.kind).toBe('unrepresentable');
});

test('what another row agreed on and HighLevel emptied is not filled by a row that never agreed', () => {
  const outcomes = (rows: Parameters<typeof planned>[0]) => planned(rows, { city: '' }).map(({ city }) => city?.kind);
  expect(outcomes([[{ city: 'Rome' }]])).toEqual(['to-highlevel']);
  expect(outcomes([[{ city: 'Rome' }], [{ city: 'Rome' }, { city: 'Rome' }]])).toEqual(['differs', 'to-grist']);
  const [alone] = planContact(
    [{ rowId: 1, cells: { city: 'Rome' }, base: {}, agreedElsewhere: new Set(['city']) }],
    { city: '' },
    rules,
    context,
  );
  expect(alone?.fields.get('city')?.kind).toBe('differs');
});
