import { expect, test } from 'vitest';
import { planned, rulesFor } from './plan-contact.ts';

const pairs = ['vip', 'new'].map((word) => ({ grist: word, highlevel: word }));
const stage = { transform: { kind: 'choice', pairs } } as const;
const rules = rulesFor(['city'], ['source', stage]);

test('a choice that the column does not have keeps no other field of the contact from its cell', () => {
  const plans = planned(
    [
      [
        { city: 'Rome', source: 'vip' },
        { city: 'Rome', source: 'vip' },
      ],
    ],
    { city: 'Nakuru', source: 'gold' },
    rules,
  );
  expect(plans).toEqual([
    {
      city: { kind: 'to-grist', value: 'Nakuru', cell: 'Nakuru' },
      source: { kind: 'unrepresentable', in: 'cell', cell: 'vip', value: 'gold' },
    },
  ]);
});

test('what a cell cannot hold is not a choice either', () => {
  const neverAgreed = planned([[{ source: 'vip' }]], { source: 'gold' }, rules);
  const bothChanged = planned([[{ source: 'new' }, { source: 'vip' }]], { source: 'gold' }, rules);
  for (const [plan] of [neverAgreed, bothChanged]) expect(plan?.source?.kind).toBe('unrepresentable');
});

test('a cell that nothing is ever written to need not hold anything', () => {
  const sending = rulesFor(['source', { ...stage, direction: 'to-highlevel' }]);
  expect(planned([[{ source: 'vip' }, { source: 'vip' }]], { source: 'gold' }, sending)[0]?.source?.kind).toBe(
    'differs',
  );
});

test('a cell whose text the field cannot hold is shown and not sent', () => {
  const owner = rulesFor(['city'], ['assignee', { transform: { kind: 'owner', by: 'name' } }]);
  const base = { city: 'Rome', assignee: 'u1' };
  expect(planned([[{ city: 'Oslo', assignee: 'Zoe' }, base]], base, owner)).toEqual([
    {
      city: { kind: 'to-highlevel', value: 'Oslo' },
      assignee: { kind: 'unrepresentable', in: 'field', cell: 'Zoe', value: 'u1' },
    },
  ]);
});

test('a text that the field cannot hold keeps no other row from its value', () => {
  const owner = rulesFor(['assignee', { transform: { kind: 'owner', by: 'name' } }]);
  const plans = planned(
    [
      [{ assignee: 'Zoe' }, { assignee: '' }],
      [{ assignee: 'Ana' }, { assignee: '' }],
    ],
    { assignee: '' },
    owner,
  );
  expect(plans.map(({ assignee }) => assignee?.kind)).toEqual(['unrepresentable', 'to-highlevel']);
});
