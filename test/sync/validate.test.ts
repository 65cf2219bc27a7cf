import { expect, test } from 'vitest';
import { type FieldKey, fields } from '../../sync/fields.ts';
import { traitsOf } from '../../sync/refs.ts';
import { problemWith, tidy } from '../../sync/validate.ts';

test.each<[FieldKey, string]>([
  ['email', 'grace@example.org'],
  ['phone', '+254 722-445 903'],
  ['phone', '(883) 232-7657'],
  ['dateOfBirth', '2000-02-29'],
  ['country', 'ke'],
  ['firstName', 'Ng’ang’a'],
  ['website', 'example.org'],
  ['email', ''],
  ['dateOfBirth', ''],
])('%s takes %j', (key, text) => {
  expect(problemWith(fields[key], text)).toBeNull();
});

test.each<[FieldKey, string]>([
  ['email', 'grace'],
  ['email', 'grace@example'],
  ['email', 'grace @example.org'],
  ['phone', 'call me'],
  ['phone', '12'],
  ['dateOfBirth', '2001-02-29'],
  ['dateOfBirth', '25.9.1990'],
  ['country', 'Kenya'],
])('%s refuses %j', (key, text) => {
  expect(problemWith(fields[key], text)).toBe('invalid');
});

test.each(['yes', 'permanent', 'Actif', 'false'])('a channel is never opened or closed by %j', (text) => {
  expect(problemWith(traitsOf('dnd:sms', [])!, text)).toBe('invalid');
});

test.each<FieldKey>(['name', 'postalCode', 'country'])('%s cannot be emptied', (key) => {
  expect(problemWith(fields[key], '  ')).toBe('required');
});

test('outer blanks go and country codes become capitals', () => {
  expect(tidy(fields.country, ' ke ')).toBe('KE');
  expect(tidy(fields.city, ' Nairobi ')).toBe('Nairobi');
});
