import { expect, test } from 'vitest';
import { isDoubtful } from '../../sync/doubtful.ts';
import { planContact } from '../../sync/plan.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';

test.each([
  ['Grace Kimani', 'Spoke to Tom, wants a call on Tuesday'],
  ['Grace Kimani', 'Grace Kimani called back; wants an offer'],
  ['Grace Kimani', 'Tom <tom@example.com>'],
  ['Grace', 'call again?'],
  ['Grace', 'Wolfeschlegelsteinhausenbergerdorffwelchevoraltern'],
])('%j that becomes %j is doubtful', (before, after) => {
  expect(isDoubtful('name', before, after)).toBe(true);
});

test.each([
  ['Grace Kimani', 'Dr. Grace W. Kimani-Odhiambo'],
  ['María Fernández', 'María del Carmen Fernández Vega'],
  ['Kimani, Grace', 'Kimani, Grace Wanjiru'],
  ['Acme: Sales', 'Acme: Support'],
  ['Spoke to Tom, wants a call on Tuesday', 'Grace Kimani'],
  ['', 'Grace Kimani of the Nairobi office'],
])('%j that becomes %j is a name', (before, after) => {
  expect(isDoubtful('name', before, after)).toBe(false);
});

function plan(field: FieldRef, before: string, after: string) {
  const rule = { direction: 'both', onConflict: 'grist', traits: traitsOf(field, [])! } as const;
  const rules = new Map([[field, { ...rule, transform: { kind: 'as-is' } as const }]]);
  const sides = [{ rowId: 1, cells: { [field]: after }, base: { [field]: before } }];
  const context = { users: [], businesses: [], phone: null };
  return planContact(sides, { [field]: before }, rules, context)[0]?.fields.get(field);
}

test('a sentence typed over a name is offered and not sent, whichever side is right otherwise', () => {
  const [highlevel, grist] = ['Grace Kimani', 'Grace Kimani wants a call on Tuesday'];
  expect(plan('name', highlevel, grist)).toEqual({ kind: 'differs', grist, highlevel, isDoubtful: true });
});

test('an e-mail that loses its shape is offered and not sent', () => {
  expect(plan('email', 'grace@example.org', 'call her')).toMatchObject({ kind: 'differs' });
});

test('a sentence is sent where sentences belong', () => {
  expect(plan('source', 'Fair', 'Met her at the fair in Nairobi')).toMatchObject({ kind: 'to-highlevel' });
});
