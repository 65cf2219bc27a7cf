import { expect, test, vi } from 'vitest';
import { readAccessLevel, readEnvironment } from '../../../widget/section/environment.ts';

test('the query that Grist appends is read', () => {
  const search = '?access=full&readonly=true&culture=de-CH&language=fr&timeZone=Europe%2FZurich&currency=CHF';
  expect(readEnvironment(search)).toEqual({
    readOnly: true,
    language: 'fr',
    culture: 'de-CH',
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
  });
});

test('nonsense in the query is replaced by what every Intl understands', () => {
  const { language, culture, timeZone, currency } = readEnvironment(
    '?culture=!!&language=&timeZone=Mars&currency=gold',
  );
  expect(() => new Intl.NumberFormat(culture, { style: 'currency', currency })).not.toThrow();
  expect(() => new Intl.DateTimeFormat(language, { timeZone })).not.toThrow();
});

test.each([
  ['?access=read+table', 'read table'],
  ['?access=full', 'full'],
  ['?access=everything', null],
  ['', null],
])('%j grants %s', (search, level) => {
  expect(readAccessLevel(search)).toBe(level);
});

test('a browser whose own language is no language is read in English', () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US@posix');
  expect(readEnvironment('')).toMatchObject({ language: 'en', culture: 'en' });
  vi.restoreAllMocks();
});
