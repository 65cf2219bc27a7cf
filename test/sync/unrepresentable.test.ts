import { expect, test } from 'vitest';
import { planned, rulesFor } from './plan-contact.ts';

const tags = { transform: { kind: 'tags', separator: ',' } } as const;
const rules = rulesFor(['city'], ['tags', tags]);

test('a tag with a comma keeps no other field of the contact from its cell', () => {
  const plans = planned(
    [
      [
        { city: 'Rome', tags: 'vip' },
        { city: 'Rome', tags: 'vip' },
      ],
    ],
    { city: 'Nakuru', tags: 'vip\nvip, gold' },
    rules,
  );
  expect(plans).toEqual([
    {
      city: { kind: 'to-grist', value: 'Nakuru', cell: 'Nakuru' },
      tags: { kind: 'unrepresentable', in: 'cell', cell: 'vip', value: 'vip\nvip, gold' },
    },
  ]);
});

test('what a cell cannot hold is not a choice either', () => {
  const neverAgreed = planned([[{ tags: 'vip' }]], { tags: 'vip, gold' }, rules);
  const bothChanged = planned([[{ tags: 'new' }, { tags: 'vip' }]], { tags: 'vip, gold' }, rules);
  for (const [plan] of [neverAgreed, bothChanged]) expect(plan?.tags?.kind).toBe('unrepresentable');
});

test('a cell that nothing is ever written to need not hold anything', () => {
  const sending = rulesFor(['tags', { ...tags, direction: 'to-highlevel' }]);
  expect(planned([[{ tags: 'vip' }, { tags: 'vip' }]], { tags: 'vip, gold' }, sending)[0]?.tags?.kind).toBe('differs');
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
