import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameOfKind } from '../../sync/compare.ts';
import { fields } from '../../sync/fields.ts';
import { fitColumns, type MappingFacts } from '../../sync/guess/fit-columns.ts';
import { planContact } from '../../sync/plan.ts';
import { type CustomTraits, dndChannels, type FieldRef, traitsOf } from '../../sync/refs.ts';
import { cellTypeOf, heldBy } from '../../sync/transforms/cell.ts';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import { problemWith } from '../../sync/validate.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';
import { runs } from '../helpers/runs.ts';

const users = [
  { id: 'ocQHyuzHvysMo5N5VsXc', name: 'Hannah Moss', email: 'hannah@example.org' },
  { id: 'VdssCsPYN784KDnBGYkd', name: 'Ben Okafor', email: 'ben@example.org' },
  { id: 'PeSSNN10d8n86Sj4xCSs', name: 'Ben Okafor', email: 'ben.o@example.org' },
];
const options = ['Fitting, indoor', 'Fitting', 'Roof', 'roof', 'Yes', 'No', '1', '01'];
const customFields: readonly CustomTraits[] = [
  ...['text', 'large-text', 'phone', 'number', 'money', 'date', 'time', 'text-list', 'file'],
  ...['single', 'radio', 'multiple', 'checkbox'],
].flatMap((kind) => [
  { id: kind, kind, options: /^(single|radio|multiple|checkbox)$/.test(kind) ? options : [] },
  { id: `${kind}-other`, kind, options, allowsOther: true },
]);
const allFields = [
  ...Object.keys(fields),
  ...['tags', 'business', 'timezone'],
  ...dndChannels.map((channel) => `dnd:${channel}`),
  ...customFields.map(({ id }) => `custom:${id}`),
] as FieldRef[];

const facts: MappingFacts = {
  chosen: [],
  customFields,
  context: {
    users,
    businesses: [{ id: '63771dcdf1b2c3d4e5f60718', name: 'Acme, Inc.' }],
    phone: await loadPhoneBook(),
  },
  country: 'GB',
  onConflict: 'ask',
};

const word = fc.oneof(
  fc.constantFrom(
    'VIP',
    'vip',
    'Lead',
    'gold; silver',
    'Zoë',
    'Zoe\u0308',
    'O’Brien',
    'Acme, Inc.',
    '"quoted"',
    '<b>x</b>',
  ),
  fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,8}$/),
);
const number = fc.oneof(
  fc.constantFrom(
    '01067',
    '1067',
    '00123',
    '12E4',
    '1.10',
    '1.234',
    '1,234',
    '1.234,50',
    '-0',
    '0.30000000000000004',
    '1e+21',
    '1e-7',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
);
const day = fc.oneof(
  fc.constantFrom(
    '0085-09-25',
    '25.9.85',
    '5/9/1990',
    '25/9/1990',
    '9/25/1990',
    '2001-02-29',
    '1990-09-25T00:00:00.000Z',
  ),
  fc
    .date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
);
const phone = fc.constantFrom(
  ...['+44 (0)20 7946 0018', '020 7946 0018', '+442079460018', '\u202a+44 20\u20117946–0018\u202c', '+14155550132'],
  ...['+44 20 7946 0018 ext. 12', '0049 171 5550100', '883 232 7657', '+39 06 698 12345', 'call me'],
);
const known = fc.constantFrom(
  ...['Hannah Moss', 'hannah@example.org', 'Ben Okafor', ...users.map(({ id }) => id), '63771dcdf1b2c3d4e5f60718'],
  ...[
    'France',
    'FR',
    'uk',
    'États-Unis',
    'Narnia',
    'mailto:grace@example.org',
    'Grace@Example.org,',
    'https://Example.org/',
  ],
  ...['Kimani, Grace', 'Grace Kimani', 'de la Cruz, Ana', 'active', 'inactive', '9:05 pm', 'Europe/Paris', ...options],
);
const list = fc
  .tuple(fc.array(fc.oneof(word, known), { maxLength: 4 }), fc.constantFrom(', ', ';', '|', '\n', ','))
  .map(([items, separator]) => items.join(separator));
const anyText = fc.oneof(
  word,
  number,
  day,
  phone,
  known,
  list,
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constant(''),
);

/** What cells of a type hold, as they are read; a typed one may hold any text, which Grist marks. */
const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Text: anyText,
  Choice: anyText,
  Any: anyText,
  Numeric: fc.double({ noNaN: true }).map(String),
  Int: fc.integer().map(String),
  Date: day,
  'DateTime:Europe/Paris': day,
  Bool: fc.constantFrom('true', 'false', ''),
  ChoiceList: fc.array(word, { maxLength: 4 }).map((items) => items.join('\n')),
  'Ref:People': anyText,
  Attachments: anyText,
};
const cellOf = (type: string) => fc.oneof({ weight: 5, arbitrary: cells[type] ?? anyText }, anyText);

const mapped = fc.constantFrom(...Object.keys(cells)).chain((type) =>
  fc.record({
    type: fc.constant(type),
    field: fc.constantFrom(...allFields),
    isFormula: fc.boolean(),
    cell: cellOf(type),
    others: fc.array(cellOf(type), { maxLength: 4 }),
    value: anyText.map((text) => text.trim()),
  }),
);

const fitFor = (type: string, field: FieldRef, isFormula: boolean, samples: readonly string[]) => {
  const column = { colId: 'A', label: 'A', type, field, samples, ...(isFormula && { isFormula }) };
  return fitColumns([column], facts).get(field)!;
};

const traitsFor = (field: FieldRef) => traitsOf(field, customFields)!;

/** What becomes of a field when both sides agreed on what HighLevel has. */
function outcome(field: FieldRef, cell: string, value: string, rule: Parameters<typeof planContact>[2]) {
  const [plan] = planContact(
    [{ rowId: 1, cells: { [field]: cell }, base: { [field]: value } }],
    { [field]: value },
    rule,
    facts.context,
  );
  return plan?.fields.get(field)?.kind;
}

test('a value of HighLevel that was written to a cell, and left alone there, flows nowhere', () => {
  fc.assert(
    fc.property(mapped, ({ type, field, isFormula, cell, others, value }) => {
      const { transform, rule } = fitFor(type, field, isFormula, [cell, ...others]);
      const text = toGrist(transform, value, facts.context);
      if (text === undefined || !rule) return;
      expect(heldBy(cellTypeOf(type), text)).toBe(text);
      expect(outcome(field, text, value, new Map([[field, rule]]))).toBe('same');
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});

test('a cell that was sent, and left alone in HighLevel, flows nowhere', () => {
  fc.assert(
    fc.property(mapped, ({ type, field, isFormula, cell, others }) => {
      const { transform, rule } = fitFor(type, field, isFormula, [cell, ...others]);
      const value = toField(transform, cell, facts.context);
      if (!rule || value === undefined || problemWith(traitsFor(field), value)) return;
      expect(outcome(field, cell, value.trim(), new Map([[field, rule]]))).toBe('same');
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});

/** Texts that mean one thing or another, by what else the column holds. */
const doubtful: readonly (readonly [FieldRef, readonly string[]])[] = [
  ['name', ['Kimani, Grace', 'Grace Kimani', 'Acme, Inc.', 'Cher', 'de la Cruz, Ana', 'Ana Ruiz']],
  ['tags', ['a; b', 'a, b', 'a', 'a | b', 'a, b; c', '"a; b", c', 'a\nb', 'c;d', 'e,f']],
  [
    'custom:multiple',
    ['Roof, Fitting', 'Fitting, indoor', 'Fitting, indoor; Roof', 'Roof; Fitting', 'Yes | No', 'Roof'],
  ],
  ['dateOfBirth', ['5/9/1990', '25/9/1990', '9/25/1990', '1990-09-05', '5.9.1990', '1990/9/5', '6/9/1990']],
  ['custom:number', ['1.234', '1,234', '1,5', '1.5', '1.234,50', '1,234.50', '7', '12.345']],
  ['custom:money', ['1.234', '€ 1,234', '1,50', '1.50 EUR', '1.234,50', '1,234.50', '7']],
  ['assignee', ['Hannah Moss', 'hannah@example.org', 'Ben Okafor', 'ocQHyuzHvysMo5N5VsXc', 'Zoe']],
  ['country', ['France', 'FR', 'Allemagne', 'Deutschland', 'uk', 'Narnia']],
  ['custom:single', ['roof', 'Roof', 'ROOF', 'yes', '1', '01', 'Blimp']],
];
const inDoubt = fc.constantFrom(...doubtful).chain(([field, texts]) =>
  fc.record({
    field: fc.constant(field),
    cell: fc.constantFrom(...texts),
    others: fc.array(fc.constantFrom(...texts), { maxLength: 4 }),
    more: fc.array(fc.constantFrom(...texts), { maxLength: 6 }),
  }),
);

test('a cell is sent as what it was before, whatever other cells the column gets', () => {
  fc.assert(
    fc.property(inDoubt, ({ field, cell, others, more }) => {
      const before = fitFor('Text', field, false, [cell, ...others]);
      const after = fitFor('Text', field, false, [cell, ...others, ...more]);
      const [first, second] = [before, after].map(({ transform }) => toField(transform, cell, facts.context));
      const isSent = [before, after].every(({ direction }) => direction === 'both');
      if (!isSent || first === undefined || second === undefined) return;
      expect(sameOfKind(traitsFor(field).kind, first, second)).toBe(true);
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});

test('before both sides agreed on anything only an empty side is filled', () => {
  fc.assert(
    fc.property(mapped, ({ type, field, isFormula, cell, others, value }) => {
      const { rule, transform } = fitFor(type, field, isFormula, [cell, ...others]);
      if (!rule) return;
      const sides = [{ rowId: 1, cells: { [field]: cell }, base: {} }];
      const [plan] = planContact(sides, { [field]: value }, new Map([[field, rule]]), facts.context);
      const filled = { 'to-highlevel': value, 'to-grist': toField(transform, cell, facts.context) };
      const kind = plan?.fields.get(field)?.kind;
      if (kind === 'to-highlevel' || kind === 'to-grist') expect(filled[kind]).toBe('');
      else expect(['same', 'differs', 'unrepresentable', undefined]).toContain(kind);
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});
