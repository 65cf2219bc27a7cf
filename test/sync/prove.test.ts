import { expect, test } from 'vitest';
import { describe } from '../../sync/transforms/describe.ts';
import { prove } from '../../sync/transforms/prove.ts';
import type { TransformContext } from '../../sync/transforms/types.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';

const context: TransformContext = { users: [], businesses: [], phone: await loadPhoneBook() };
const british = { kind: 'phone', country: 'GB', inGrist: 'national' } as const;

test('numbers written in several ways prove the phone transform', () => {
  expect(prove(british, ['', '020 7946 0123', '+442079460123', '+1 415 555 0132'], context)).toEqual({
    holds: true,
    failures: [],
    unheld: [],
  });
});

test('a text that is no number is shown, and keeps no other from HighLevel', () => {
  expect(prove(british, ['020 7946 0123', 'call me'], context)).toEqual({
    holds: false,
    failures: [{ text: 'call me', becomes: undefined }],
    unheld: [],
  });
});

test('two choices that become one let the column only send', () => {
  const pairs = [
    { grist: 'Won', highlevel: 'closed' },
    { grist: 'Lost', highlevel: 'closed' },
  ];
  expect(prove({ kind: 'choice', pairs }, ['Won', 'Lost'], context)).toEqual({
    holds: false,
    failures: [{ text: 'Lost', becomes: 'Won' }],
    unheld: [],
    forcedDirection: 'to-highlevel',
  });
});

test('a last name of several words is seen to come back otherwise', () => {
  const proof = prove({ kind: 'name', order: 'last-first' }, ['Kimani, Grace', 'de la Cruz, Ana'], context);
  expect(proof.failures).toEqual([{ text: 'de la Cruz, Ana', becomes: 'Cruz, Ana de la' }]);
});

test('values of HighLevel that the column cannot hold are found', () => {
  const whole = { kind: 'number', decimals: 15, cell: 'integer' } as const;
  expect(prove(whole, ['7'], context, ['7', '2.5', '3000000000'])).toMatchObject({
    holds: false,
    unheld: ['2.5', '3000000000'],
  });
});

test('only the first five failures are listed', () => {
  const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  expect(prove({ kind: 'number', decimals: 0 }, texts, context).failures).toHaveLength(5);
});

test('phone numbers are neither proved nor doubted before their plans are loaded', () => {
  expect(prove(british, ['call me'], { ...context, phone: null })).toEqual({ holds: false, failures: [], unheld: [] });
});

test('a transform is described by what it does', () => {
  expect(describe({ kind: 'date', format: 'dmy', separator: '.' })).toEqual({ code: 'date', pattern: 'dd.mm.yyyy' });
  expect(describe({ kind: 'money', decimals: 2, separator: ',' })).toMatchObject({ example: '1234,50' });
  expect(describe(british)).toEqual({ code: 'phone-national', country: 'GB' });
});
