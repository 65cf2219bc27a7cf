import { expect, test } from 'vitest';
import { countryCodes, countryOf, languageOf } from '../../sync/kinds/country.ts';

test.each([
  ['FR', 'FR'],
  [' fr ', 'FR'],
  ['France', 'FR'],
  ['Allemagne', 'DE'],
  ['DEUTSCHLAND', 'DE'],
  ['Reino Unido', 'GB'],
  ['uk', 'GB'],
  ['U.S.A.', 'US'],
  ["Cote d'Ivoire", 'CI'],
  ['Co\u0302te d’Ivoire', 'CI'],
  ['Hong Kong', 'HK'],
  ['Narnia', undefined],
  ['ZZ', undefined],
  ['', undefined],
])('%j is the country %s', (text, code) => {
  expect(countryOf(text)).toBe(code);
});

test('countries are those of ISO 3166-1', () => {
  expect(countryCodes()).toHaveLength(249);
  expect(countryCodes()).not.toContain('EU');
});

test('the language of a column of countries is the one that names most of them', () => {
  expect(languageOf(['France', 'Allemagne', 'Espagne'])).toBe('fr');
  expect(languageOf(['FR', 'DE', 'France'])).toBeNull();
});
