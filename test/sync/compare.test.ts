import { expect, test } from 'vitest';
import { isNormalised, isSameValue, sameOfKind } from '../../sync/compare.ts';
import type { FieldKey, ValueKind } from '../../sync/fields.ts';

test.each<[FieldKey, string, string]>([
  ['name', ' Grace Kimani ', 'Grace Kimani'],
  ['phone', '+18832327657', '+1 (883) 232-7657'],
  ['phone', '(883) 232-7657', '+18832327657'],
  ['phone', '0171 5550100', '+491715550100'],
  ['phone', '+44 (0)20 7946 0018', '+442079460018'],
  ['phone', '0049 (0) 171 5550100', '+49 171 555 01 00'],
  ['phone', '\u202a+44\u00a020\u20117946\u20130018\u202c', '+442079460018'],
  ['phone', '+44 20 7946 0018 ext. 12', '+442079460018 x12'],
  ['phone', '+٤٤٢٠٧٩٤٦٠٠١٨', '+442079460018'],
  ['email', 'Grace@Example.org', 'grace@example.org'],
  ['email', 'mailto:grace@example.org?subject=Hi', 'grace@example.org'],
  ['email', 'gra\u00adce@exam\u200bple.org,', 'grace@example.org'],
  ['email', 'Grace Kimani <grace@example.org>', 'grace@example.org'],
  ['name', 'Zoe\u0308 Ng', 'Zo\u00eb\u00a0Ng'],
  ['name', 'Grace  \u200bKimani', 'Grace Kimani'],
  ['website', 'HTTPS://Example.org/', 'example.org'],
  ['website', 'Acme https://acme.example/a', 'https://acme.example/a'],
  ['assignee', 'u1\u200b', 'u1'],
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
  ['phone', '+44 20 7946 0018 ext. 12', '+442079460018'],
  ['phone', '+44 20 7946 0018 ext. 12', '+442079460018 ext. 13'],
  ['phone', 'call me', 'ask Bo'],
  ['website', 'http://example.org', 'https://example.org'],
  ['website', 'https://example.org/A', 'https://example.org/a'],
  ['country', 'Narnia', 'FR'],
  ['name', '👨‍👩‍👧', '👨👩👧'],
  ['phone', '', '+18832327657'],
  ['email', 'grace@example.org', 'grace@example.com'],
  ['dateOfBirth', '1990-09-25', '1990-09-26'],
  ['postalCode', '1234', '01234'],
])('%s: %j is another value than %j', (key, left, right) => {
  expect(isSameValue(key, left, right)).toBe(false);
});

test.each<[ValueKind, string, string]>([
  ['number', '\u22125', '-5.0'],
  ['tags', 'VIP\nZoe\u0308', 'zo\u00eb\nvip'],
  ['choices', 'Oak\nAsh', 'Ash\nOak\nAsh'],
  ['time', '9:05 pm', '21:05'],
  ['time', '9:05', '09:05'],
  ['large-text', 'one \r\ntwo', 'one\ntwo'],
  ['texts', 'one\n\ntwo', 'one\ntwo'],
  ['time-zone', 'europe/paris', 'Europe/Paris'],
])('a %s: %j means the same as %j', (kind, left, right) => {
  expect(sameOfKind(kind, left, right)).toBe(true);
  expect(sameOfKind(kind, right, left)).toBe(true);
});

test.each<[ValueKind, string, string]>([
  ['choice', 'Oak', 'oak'],
  ['texts', 'one\ntwo', 'two\none'],
  ['large-text', 'one\n\ntwo', 'one\ntwo'],
  ['time', '9:05 pm', '9:05'],
  ['number', '12E4', '120000'],
])('a %s: %j is another value than %j', (kind, left, right) => {
  expect(sameOfKind(kind, left, right)).toBe(false);
});

test.each<[ValueKind, string, string]>([
  ['text', 'grace KIMANI ', 'Grace Kimani'],
  ['url', 'http://Example.org', 'https://example.org/'],
  ['large-text', 'one\r\n\r\ntwo', '<p>one</p><p>two</p>'],
  ['tags', 'VIP', 'vip'],
  ['choices', 'oak', 'Oak'],
  ['phone', '020 7946 0018', '+442079460018'],
  ['date', '1990-09-25', '1990-09-25T00:00:00.000Z'],
])('a %s %j that HighLevel has as %j is merely normalised', (kind, sent, came) => {
  expect(isNormalised(kind, sent, came)).toBe(true);
});

test.each<[ValueKind, string, string]>([
  ['text', 'Grace', 'Greta'],
  ['text', 'Grace', ''],
  ['url', 'https://example.org', 'https://example.com'],
  ['text', '01067', '1067'],
  ['large-text', 'Tom <tom@example.com>', 'Tom'],
])('a %s %j that HighLevel has as %j was changed', (kind, sent, came) => {
  expect(isNormalised(kind, sent, came)).toBe(false);
});
