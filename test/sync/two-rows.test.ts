import { expect, test } from 'vitest';
import type { Values } from '../../sync/cells.ts';
import type { FieldRule } from '../../sync/plan.ts';
import { planned, rulesFor } from './plan-contact.ts';

type City = readonly [cell: string, base?: string];

const of = (city: string | undefined): Values => (city === undefined ? {} : { city });

/** Plans the city of rows of one contact. */
const planCity = (rows: readonly City[], highlevel: string, given: Partial<FieldRule> = {}) =>
  planned(
    rows.map(([cell, base]) => [of(cell), of(base)]),
    of(highlevel),
    rulesFor(['city', given]),
  ).map(({ city }) => city);

const toGrist = (value: string) => ({ kind: 'to-grist', value, cell: value });
const toHighLevel = (value: string) => ({ kind: 'to-highlevel', value });

test('a change of one row goes to the other rows of the contact, too', () => {
  expect(
    planCity(
      [
        ['Oslo', 'Rome'],
        ['Rome', 'Rome'],
      ],
      'Rome',
    ),
  ).toEqual([toHighLevel('Oslo'), toGrist('Oslo')]);
});

test('a row that is behind HighLevel gets the change of the other row', () => {
  expect(
    planCity(
      [
        ['Oslo', 'Rome'],
        ['Bern', 'Bern'],
      ],
      'Rome',
    ),
  ).toEqual([toHighLevel('Oslo'), toGrist('Oslo')]);
});

test('a row that is behind catches up when HighLevel has the change already', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Rome', 'Rome'],
    ],
    'Oslo',
  );
  expect(plans).toEqual([{ kind: 'same', value: 'Oslo', agreed: false }, toGrist('Oslo')]);
});

test('a change in HighLevel goes to all rows', () => {
  expect(
    planCity(
      [
        ['Rome', 'Rome'],
        ['Rome', 'Rome'],
      ],
      'Oslo',
    ),
  ).toEqual([toGrist('Oslo'), toGrist('Oslo')]);
});

test('rows that changed to the same value are sent as one', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      [' Oslo', 'Rome'],
      ['Rome', 'Rome'],
    ],
    'Rome',
  );
  expect(plans).toEqual([toHighLevel('Oslo'), toHighLevel('Oslo'), toGrist('Oslo')]);
});

test('rows that changed to different values are left to a person', () => {
  const conflict = (grist: string) => ({ kind: 'conflict', before: 'Rome', grist, highlevel: 'Rome' });
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Bern', 'Rome'],
    ],
    'Rome',
  );
  expect(plans).toEqual([conflict('Oslo'), conflict('Bern')]);
});

test.each(['grist', 'highlevel'] as const)('that %s is right decides nothing between two rows', (onConflict) => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Bern', 'Rome'],
    ],
    'Rome',
    { onConflict },
  );
  expect(plans.map((plan) => plan?.kind)).toEqual(['conflict', 'conflict']);
});

test('numbers with different country codes contradict each other, though both match one without', () => {
  const row = (phone: string) => [{ phone }, { phone: '' }] as const;
  const plans = planned([row('5550100'), row('+15550100'), row('+25550100')], { phone: '' }, rulesFor(['phone']));
  expect(plans.map(({ phone }) => phone?.kind)).toEqual(['conflict', 'conflict', 'conflict']);
});

test('a row in conflict with HighLevel keeps another row from being sent', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Bern', 'Paris'],
    ],
    'Rome',
  );
  expect(plans.map((plan) => plan?.kind)).toEqual(['conflict', 'conflict']);
});

test('a row that never agreed keeps its value and no other row from being sent', () => {
  const plans = planCity([['Oslo', 'Rome'], ['Bern']], 'Rome');
  expect(plans).toEqual([toHighLevel('Oslo'), { kind: 'differs', grist: 'Bern', highlevel: 'Rome' }]);
});

test('rows that only send are not written', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Rome', 'Rome'],
    ],
    'Rome',
    { direction: 'to-highlevel' },
  );
  expect(plans.map((plan) => plan?.kind)).toEqual(['to-highlevel', 'same']);
});

test('rows that only send and contradict each other differ', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Bern', 'Rome'],
    ],
    'Rome',
    { direction: 'to-highlevel' },
  );
  expect(plans.map((plan) => plan?.kind)).toEqual(['differs', 'differs']);
});

test('a row that only sends and changed since, as HighLevel did, keeps another row from being sent', () => {
  const plans = planCity(
    [
      ['Oslo', 'Rome'],
      ['Bern', 'Paris'],
    ],
    'Rome',
    { direction: 'to-highlevel' },
  );
  expect(plans.map((plan) => plan?.kind)).toEqual(['differs', 'differs']);
});

test('a text that HighLevel would refuse keeps no other row from being sent', () => {
  const row = (email: string) => [{ email }, { email: '' }] as const;
  const plans = planned([row('no address'), row('g@example.org')], { email: '' }, rulesFor(['email']));
  expect(plans.map(({ email }) => email?.kind)).toEqual(['differs', 'to-highlevel']);
});
