import { expect, test } from 'vitest';
import { isSameValue } from '../../sync/compare.ts';
import type { FieldKey } from '../../sync/fields.ts';

test.each<[FieldKey, string, string]>([
  ['name', ' Grace Kimani ', 'Grace Kimani'],
  ['phone', '+18832327657', '+1 (883) 232-7657'],
  ['phone', '(883) 232-7657', '+18832327657'],
  ['phone', '0171 5550100', '+491715550100'],
  ['email', 'Grace@Example.org', 'grace@example.org'],
  ['country', 'us', 'US'],
  ['dateOfBirth', '1990-09-25', '1990-09-25T00:00:00.000Z'],
])('%s: %j means the same as %j', (key, left, right) => {
  expect(isSameValue(key, left, right)).toBe(true);
  expect(isSameValue(key, right, left)).toBe(true);
});

test.each<[FieldKey, string, string]>([
  ['name', 'Grace', 'grace'],
  ['phone', '+18832327657', '+448832327657'],
  ['phone', '27657', '+18832327657'],
  ['phone', '', '+18832327657'],
  ['email', 'grace@example.org', 'grace@example.com'],
  ['dateOfBirth', '1990-09-25', '1990-09-26'],
  ['postalCode', '1234', '01234'],
])('%s: %j is another value than %j', (key, left, right) => {
  expect(isSameValue(key, left, right)).toBe(false);
});
