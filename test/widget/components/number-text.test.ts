import { expect, test } from 'vitest';
import { asTyped, readNumber } from '../../../widget/components/fields/number-text.ts';

test.each([
  ['en-GB', '1,250.50', '1250.50'],
  ['en-GB', '£18,400', '18400'],
  ['en-US', '-$3', '-3'],
  ['de-DE', '1.250,5 €', '1250.5'],
  ['fr-FR', '1 250,5', '1250.5'],
  ['fr-FR', '1\u202f250,5', '1250.5'],
  ['en-US', '+7', '7'],
  ['en-US', '0.10', '0.10'],
])('%s: %j is %j', (culture, typed, plain) => {
  expect(readNumber(typed, culture)).toBe(plain);
});

test.each([
  ['en-US', '12,50'],
  ['de-DE', '12.50'],
  ['en-US', '1.234,50'],
  ['en-US', 'twelve'],
  ['en-US', '1e5'],
  ['en-US', ''],
])('%s: %j is ambiguous and stays unchanged', (culture, typed) => {
  expect(readNumber(typed, culture)).toBe(typed);
});

test('a plain number is shown in the culture’s format, and read back the same', () => {
  for (const culture of ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'pl-PL'])
    for (const plain of ['18400.5', '-0.25', '7', '1234567.125'])
      expect(readNumber(asTyped(plain, culture), culture)).toBe(plain);
});
