import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameOfKind } from '../../sync/compare.ts';
import type { ValueKind } from '../../sync/fields.ts';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import type { Transform, TransformContext } from '../../sync/transforms/types.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';

const context: TransformContext = {
  users: [
    { id: 'u1', name: 'Ana Ruiz', email: 'ana@example.org' },
    { id: 'u2', name: 'Ben Okafor', email: 'ben@example.org' },
    { id: 'u3', name: 'ben  okafor', email: 'other.ben@example.org' },
  ],
  businesses: [
    { id: 'b1', name: 'Acme' },
    { id: 'b2', name: 'Zeta' },
  ],
  phone: await loadPhoneBook(),
};

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ’]{1,8}$/);
const anything = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'a,b', 'a;b', 'Ruiz, Ana', '1,5', '.', '-', '\n'));
const digits = (most: number) => fc.stringMatching(new RegExp(`^-?[1-9]\\d{0,${most}}$`));
const amount = fc.tuple(digits(18), fc.integer({ min: 0, max: 99 })).map(([whole, cents]) => `${whole}.${cents}`);
const item = fc.oneof(word, fc.constantFrom('Fitting, indoor', 'a; b', '"quoted"', 'say "hi", Bo', 'c|d'));
const list = fc.uniqueArray(item, { maxLength: 4 }).map((items) => items.join('\n'));
const day = fc
  .date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

interface Law {
  transform: Transform;
  kind: ValueKind;
  /** Values that a column can say, all of them. */
  said: fc.Arbitrary<string>;
}

const pairs = [
  { grist: 'Hot', highlevel: 'hot lead' },
  { grist: 'Cold', highlevel: 'cold lead' },
];
const laws: Law[] = [
  { transform: { kind: 'as-is' }, kind: 'text', said: fc.string() },
  { transform: { kind: 'plain', of: 'text' }, kind: 'text', said: fc.string() },
  { transform: { kind: 'plain', of: 'email' }, kind: 'email', said: fc.constantFrom('a@example.org', '') },
  { transform: { kind: 'plain', of: 'texts' }, kind: 'texts', said: list },
  { transform: { kind: 'country', by: 'code' }, kind: 'country', said: fc.constantFrom('', 'FR', 'GB') },
  {
    transform: { kind: 'country', by: 'name', language: 'de' },
    kind: 'country',
    said: fc.constantFrom('', 'FR', 'GB'),
  },
  { transform: { kind: 'text', trim: true, letters: 'keep' }, kind: 'text', said: fc.string() },
  { transform: { kind: 'text', trim: true, letters: 'lower' }, kind: 'text', said: word.map((w) => w.toLowerCase()) },
  {
    transform: { kind: 'phone', country: 'GB', inGrist: 'national' },
    kind: 'phone',
    said: fc.constantFrom('+442079460123', '+14155550132', '+4917155501234'),
  },
  {
    transform: { kind: 'phone', country: 'US', inGrist: 'e164' },
    kind: 'phone',
    said: fc.constantFrom('+442079460123', '+14155550132'),
  },
  {
    transform: { kind: 'name', order: 'first-last' },
    kind: 'text',
    said: fc.array(word).map((words) => words.join(' ')),
  },
  {
    transform: { kind: 'name', order: 'last-first' },
    kind: 'text',
    said: fc.array(word).map((words) => words.join(' ')),
  },
  { transform: { kind: 'date', format: 'iso' }, kind: 'date', said: day },
  { transform: { kind: 'date', format: 'dmy', separator: '.' }, kind: 'date', said: day },
  { transform: { kind: 'date', format: 'mdy' }, kind: 'date', said: day },
  { transform: { kind: 'number', decimals: 2, separator: ',' }, kind: 'number', said: amount },
  { transform: { kind: 'money', decimals: 2, separator: '.' }, kind: 'money', said: amount },
  {
    transform: { kind: 'money', decimals: 2 },
    kind: 'money',
    said: fc.integer({ min: -1e12, max: 1e12 }).map((cents) => String(cents / 100)),
  },
  {
    transform: { kind: 'boolean', yes: 'active', no: 'inactive' },
    kind: 'choice',
    said: fc.constantFrom('active', 'inactive'),
  },
  { transform: { kind: 'boolean', yes: 'Yes', no: '' }, kind: 'choice', said: fc.constantFrom('Yes', '') },
  { transform: { kind: 'choice', pairs }, kind: 'choice', said: fc.constantFrom('', 'hot lead', 'cold lead') },
  { transform: { kind: 'choices', separator: ',', whole: ['Fitting, indoor'] }, kind: 'choices', said: list },
  { transform: { kind: 'tags', separator: ',', strict: true }, kind: 'tags', said: list },
  { transform: { kind: 'tags', separator: '\n', cell: 'list' }, kind: 'tags', said: list },
  { transform: { kind: 'choices', separator: ';' }, kind: 'choices', said: list },
  { transform: { kind: 'tags', separator: ',' }, kind: 'tags', said: list },
  { transform: { kind: 'tags', separator: '\n' }, kind: 'tags', said: list },
  { transform: { kind: 'owner', by: 'name' }, kind: 'user', said: fc.constantFrom('', 'u1') },
  { transform: { kind: 'owner', by: 'email' }, kind: 'user', said: fc.constantFrom('', 'u1', 'u2', 'u3') },
  { transform: { kind: 'owner', by: 'id' }, kind: 'user', said: fc.constantFrom('', 'u1', 'u2', 'u3') },
  { transform: { kind: 'business', by: 'id' }, kind: 'business', said: fc.constantFrom('', 'b1', 'b2') },
  { transform: { kind: 'business', by: 'name' }, kind: 'business', said: fc.constantFrom('', 'b1', 'b2') },
];

const named = laws.map((law): [string, Law] => [JSON.stringify(law.transform), law]);

test.each(named)('%s says its values, and they come back', (_, { transform, kind, said }) => {
  fc.assert(
    fc.property(said, (value) => {
      const text = toGrist(transform, value, context);
      expect(text).toBeDefined();
      expect(sameOfKind(kind, toField(transform, text ?? '', context) ?? 'unsaid', value)).toBe(true);
    }),
  );
});

test.each(named)('%s says nothing that would come back as something else', (_, { transform, kind, said }) => {
  fc.assert(
    fc.property(fc.oneof(anything, said), (value) => {
      const text = toGrist(transform, value, context);
      const back = text === undefined ? value : toField(transform, text, context);
      expect(sameOfKind(kind, back ?? 'unsaid', value)).toBe(true);
    }),
  );
});

test.each(named)('%s reads a cell that it wrote itself as what it read before', (_, { transform, said }) => {
  fc.assert(
    fc.property(fc.oneof(anything, said), (cell) => {
      const value = toField(transform, cell, context);
      const text = value === undefined ? undefined : toGrist(transform, value, context);
      if (text !== undefined) expect(toField(transform, text, context)).toBe(value);
    }),
  );
});

test('an unknown owner, and a name that two users share, are not said', () => {
  const byName: Transform = { kind: 'owner', by: 'name' };
  expect(toField(byName, 'Nobody', context)).toBeUndefined();
  expect(toField(byName, 'Ben Okafor', context)).toBeUndefined();
  expect(toGrist(byName, 'u2', context)).toBeUndefined();
  expect(toField(byName, ' ana RUIZ ', context)).toBe('u1');
});
