import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import type { Transform, TransformContext } from '../../sync/transforms/types.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';

const context: TransformContext = { users: [], businesses: [], phone: await loadPhoneBook() };
const british: Transform = { kind: 'phone', country: 'GB', inGrist: 'national' };
const turned: Transform = { kind: 'name', order: 'last-first' };

test.each([
  ['020 7946 0123', '+442079460123'],
  ['+44 20 7946 0123', '+442079460123'],
  ['0044 20 7946 0123', '+442079460123'],
  ['+1 (415) 555-0132', '+14155550132'],
])('%j in Britain is %s', (text, e164) => {
  expect(toField(british, text, context)).toBe(e164);
});

test.each(['call me', '12', '020 7946 0123 ext. 4', '020 7946 0123 or 0171 555'])('%j is no phone number', (text) => {
  expect(toField(british, text, context)).toBeUndefined();
});

test('a number of the country is written without its code, another with it', () => {
  expect(toGrist(british, '+442079460123', context)).toBe('020 7946 0123');
  expect(toGrist(british, '+14155550132', context)).toBe('+1 415 555 0132');
});

test('numbers come back from every country as they were', () => {
  const countries = fc.constantFrom('GB', 'US', 'IT', 'FR', 'AR', 'MX', 'SG', 'IN', 'KE', 'DE', 'ZZ');
  const numbers = fc.stringMatching(/^\+[1-9]\d{6,13}$/);
  fc.assert(
    fc.property(countries, numbers, (country, number) => {
      const text = toGrist({ ...british, country }, number, context);
      if (text !== undefined) expect(toField({ ...british, country }, text, context)).toBe(number);
    }),
    { numRuns: 2000 },
  );
});

test('nothing is said of phone numbers before their plans are loaded', () => {
  expect(toField(british, '020 7946 0123', { ...context, phone: null })).toBeUndefined();
});

test.each([
  ['Kimani,  Grace', 'Grace Kimani'],
  ['de la Cruz, Ana María', 'Ana María de la Cruz'],
  ['Madonna', 'Madonna'],
])('%j with the last name first is %s', (text, name) => {
  expect(toField(turned, text, context)).toBe(name);
});

test.each(['Grace Kimani', 'Smith, John, Jr.', ', Grace', 'Kimani,'])(
  '%j does not tell which is the last name',
  (text) => {
    expect(toField(turned, text, context)).toBeUndefined();
  },
);
