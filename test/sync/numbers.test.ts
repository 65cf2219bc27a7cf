import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import type { Transform, TransformContext } from '../../sync/transforms/types.ts';

const context: TransformContext = { users: [], businesses: [], phone: null };
const inNumbers: Transform = { kind: 'money', decimals: 2 };
const inText: Transform = { kind: 'money', decimals: 2, separator: ',' };

test.each([
  ['1.234,50', '1234.5'],
  ['1234,5', '1234.5'],
  ['€ 1.234.567,89', '1234567.89'],
  ['-1 234,50 EUR', '-1234.5'],
  ['1’234,50', '1234.5'],
  ['0,10', '0.1'],
  ['-0,00', '0'],
  ['1234567890123456789', '1234567890123456789'],
])('%j is the amount %s where a comma parts the cents', (text, value) => {
  expect(toField(inText, text, context)).toBe(value);
});

test.each(['1,234.50', '1.23,50', '12.34.567,00', '1,505', '1,2,3', '1,', 'a lot', '1e3', '0x10', '€'])(
  '%j is no amount where a comma parts the cents',
  (text) => {
    expect(toField(inText, text, context)).toBeUndefined();
  },
);

test('no cent is lost between a column of numbers and HighLevel', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
      const held = cents / 100;
      const value = toField(inNumbers, String(held), context);
      expect(Math.round(Number(value) * 100)).toBe(cents === 0 ? 0 : cents);
      expect(Number(toGrist(inNumbers, value ?? '', context))).toBe(held === 0 ? 0 : held);
    }),
  );
});

test('the noise of a sum of floats is not taken for cents', () => {
  expect(toField(inNumbers, String(0.1 + 0.2), context)).toBe('0.3');
  expect(toField(inNumbers, '12.299999999999999', context)).toBe('12.3');
});

test('an amount with more places than asked for is not rounded', () => {
  expect(toField(inNumbers, '12.345', context)).toBeUndefined();
  expect(toGrist(inNumbers, '12.345', context)).toBeUndefined();
});

test('nineteen digits stay as they are in text, and do not go into a column of numbers', () => {
  const id = '1234567890123456789';
  expect(toGrist({ kind: 'number', decimals: 0, separator: '.' }, id, context)).toBe(id);
  expect(toGrist({ kind: 'number', decimals: 0 }, id, context)).toBeUndefined();
});
