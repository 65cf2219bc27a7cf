import { expect, test } from 'vitest';
import { type FieldKey, fields } from '../../sync/fields.ts';
import { traitsOf } from '../../sync/refs.ts';
import { problemWith, strangeCharacter, tidy } from '../../sync/validate.ts';

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
  ['email', ' mailto:grace@example.org, '],
  ['email', 'gra\u00adce@example.org'],
  ['phone', '+44\u00a0(0)20\u20117946–0018'],
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
  ['dateOfBirth', '0085-09-25'],
  ['country', 'Narnia'],
  ['email', 'a@example.org, b@example.org'],
  ['email', 'gr\u0430ce@example.org'],
  ['phone', '+44 20 7946 0018 ext. 12'],
  ['website', 'not yet known'],
])('%s refuses %j', (key, text) => {
  expect(problemWith(fields[key], text)).toBe('invalid');
});

test.each(['yes', 'permanent', 'Actif', 'false'])('a channel is never opened or closed by %j', (text) => {
  expect(problemWith(traitsOf('dnd:sms', [])!, text)).toBe('invalid');
});

test.each<FieldKey>(['name', 'postalCode', 'country'])('%s cannot be emptied', (key) => {
  expect(problemWith(fields[key], '  ')).toBe('required');
});

test.each([
  ['grace @example.org', ' '],
  ['a@example.org;b@example.org', ';'],
  ['gr\u0430ce@example.org', '\u0430'],
  ['grace@example', undefined],
])('the character because of which %j is no address is %j', (text, character) => {
  expect(strangeCharacter(fields.email, text)).toBe(character);
});

test('what is beyond doubt is tidied before it is sent', () => {
  expect(tidy(fields.email, 'Grace <Grace@Example.org>;')).toBe('Grace@Example.org');
  expect(tidy(fields.phone, '\u202a+44 (0)20 7946–0018\u202c')).toBe('+44 20 7946-0018');
});

test('outer blanks go and country codes become capitals', () => {
  expect(tidy(fields.country, ' ke ')).toBe('KE');
  expect(tidy(fields.city, ' Nairobi ')).toBe('Nairobi');
});
