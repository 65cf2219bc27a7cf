import { expect, test } from 'vitest';
import { type FitEvidence, transformFor } from '../../sync/guess/transform-for.ts';
import type { Column } from '../../sync/mapping.ts';
import { type CustomTraits, type FieldRef, traitsOf } from '../../sync/refs.ts';
import { toField, toGrist } from '../../sync/transforms/transform.ts';
import type { TransformContext } from '../../sync/transforms/types.ts';
import { problemWith } from '../../sync/validate.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';

const context: TransformContext = {
  users: [
    { id: 'ocQHyuzHvysMo5N5VsXc', name: 'Hannah Moss', email: 'hannah@example.org' },
    { id: 'VdssCsPYN784KDnBGYkd', name: 'Ben Okafor', email: 'ben@example.org' },
    { id: 'PeSSNN10d8n86Sj4xCSs', name: 'Ben Okafor', email: 'ben.o@example.org' },
  ],
  businesses: [],
  phone: await loadPhoneBook(),
};

const customFields: readonly CustomTraits[] = [
  { id: 'text', kind: 'text' },
  { id: 'number', kind: 'number' },
  { id: 'work', kind: 'multiple', options: ['Fitting, indoor', 'Roof', 'Garden'] },
  { id: 'style', kind: 'single', options: ['Modern', 'Classic'] },
  { id: 'any-style', kind: 'single', options: ['Modern', 'Classic'], allowsOther: true },
  { id: 'grade', kind: 'radio', options: ['1', '2', '3'] },
];

/** How a column of a type, with these cells, goes with a field that has these values. */
function mapped(
  type: string,
  field: FieldRef,
  texts: string[] = [],
  values: string[] = [],
  special: Partial<Column> = {},
) {
  const traits = traitsOf(field, customFields)!;
  const column = { colId: 'A', label: 'A', type, ...special };
  const evidence: FitEvidence = { column, field, traits, texts, values, country: 'GB', context };
  const { transform, direction, problems, remedy } = transformFor(evidence);
  return {
    direction,
    remedy: remedy?.to,
    problems: Object.fromEntries(problems.map(({ code, samples }) => [code, samples])),
    kind: transform.kind,
    sent: (text: string) => {
      const value = toField(transform, text, context);
      return value === undefined || problemWith(traits, value) ? null : value;
    },
    written: (value: string) => toGrist(transform, value, context) ?? null,
  };
}

test.each([
  ['Int', 'postalCode', '1067', '01067'],
  ['Numeric', 'postalCode', '1067', '01067'],
  ['Numeric', 'custom:text', '123', '00123'],
  ['Numeric', 'custom:text', '120000', '12E4'],
  ['Numeric', 'custom:text', '1.1', '1.10'],
] as const)('a column of type %s never sends a %s, and is not given %3$j', (type, field, cell, value) => {
  const found = mapped(type, field, [cell], [value]);
  expect(found).toMatchObject({ direction: 'to-grist', remedy: 'Text', problems: { numbers: [value] } });
  expect(found.written(value)).toBeNull();
});

test('a column of numbers is given the texts that are numbers', () => {
  expect(mapped('Int', 'postalCode').written('90210')).toBe('90210');
});

test('a computed number may be sent to a text, without the noise of sums', () => {
  const found = mapped('Numeric', 'custom:text', [], [], { isFormula: true });
  expect(found.direction).toBe('to-highlevel');
  expect(found.sent('0.30000000000000004')).toBe('0.3');
  expect(found.sent('1e+21')).toBe('1000000000000000000000');
});

test('tags in one cell are several tags', () => {
  const found = mapped('Text', 'tags', ['VIP, Lead']);
  expect(found).toMatchObject({ direction: 'both', problems: {} });
  expect(found.sent('VIP, Lead')).toBe('VIP\nLead');
  expect(found.written('vip, gold\nnew')).toBe('"vip, gold", new');
  expect(found.sent('"vip, gold", new')).toBe('vip, gold\nnew');
});

test('an option with a comma is one option, quoted or not', () => {
  const found = mapped('Text', 'custom:work', ['Roof, Garden']);
  expect(found.sent('Fitting, indoor, Roof')).toBe('Fitting, indoor\nRoof');
  expect(found.sent('"Fitting, indoor",Roof')).toBe('Fitting, indoor\nRoof');
  expect(found.written('Fitting, indoor\nRoof')).toBe('Fitting, indoor, Roof');
});

test('a text that is no option is not sent, unless the field takes others', () => {
  for (const field of ['custom:style', 'custom:work'] as const) {
    const found = mapped('Text', field, ['Blimp']);
    expect(found).toMatchObject({ direction: 'both', problems: { 'not-an-option': ['Blimp'] } });
    expect(found.sent('Blimp')).toBeNull();
  }
  expect(mapped('Text', 'custom:any-style', ['Blimp'])).toMatchObject({ direction: 'both', problems: {} });
});

test('options that are numbers are at home in a column of numbers', () => {
  expect(mapped('Int', 'custom:grade', ['1'], ['3'])).toMatchObject({
    direction: 'both',
    problems: {},
    remedy: undefined,
  });
});

test('owners are known by name, by e-mail and by id, and written as the column writes them', () => {
  const names = mapped('Text', 'assignee', ['Hannah Moss', 'Ben Okafor', 'Zoe']);
  expect(names.problems).toEqual({ 'shared-name': ['Ben Okafor'], unknown: ['Zoe'] });
  expect(names.written('ocQHyuzHvysMo5N5VsXc')).toBe('Hannah Moss');
  expect(names.sent('ben@example.org')).toBe('VdssCsPYN784KDnBGYkd');
  const ids = mapped('Text', 'assignee', ['ocQHyuzHvysMo5N5VsXc']);
  expect(ids.written('VdssCsPYN784KDnBGYkd')).toBe('VdssCsPYN784KDnBGYkd');
  expect(ids.sent('hannah moss')).toBe('ocQHyuzHvysMo5N5VsXc');
});

test('owners are not judged before the users are known', () => {
  const column = { colId: 'A', label: 'Owner', type: 'Text' };
  const traits = traitsOf('assignee', [])!;
  const unknown = { ...context, users: [] };
  const found = transformFor({
    column,
    field: 'assignee',
    traits,
    texts: ['Hannah Moss'],
    country: 'GB',
    context: unknown,
  });
  expect(found).toMatchObject({ direction: 'both', problems: [] });
  expect(toGrist(found.transform, 'ocQHyuzHvysMo5N5VsXc', unknown)).toBeUndefined();
});

test('countries are known by name and by code, and written as the column writes them', () => {
  const french = mapped('Text', 'country', ['France', 'Allemagne', 'US']);
  expect(french.problems).toEqual({});
  expect(french.sent('Allemagne')).toBe('DE');
  expect(french.sent('Spain')).toBe('ES');
  expect(french.written('GB')).toBe('Royaume-Uni');
  expect(mapped('Text', 'country', ['FR', 'de']).written('GB')).toBe('GB');
  expect(mapped('Text', 'country', ['Narnia'])).toMatchObject({
    direction: 'both',
    problems: { unreadable: ['Narnia'] },
  });
});

test('a list does not become the one value of a field', () => {
  const found = mapped('Any', 'state', ['Nairobi\nKisumu', 'Nakuru'], [], { isFormula: true });
  expect(found).toMatchObject({ direction: 'to-highlevel', problems: { several: ['Nairobi\nKisumu'] } });
  expect(found.sent('Nairobi\nKisumu')).toBeNull();
  expect(mapped('ChoiceList', 'city', ['Nairobi\nKisumu']).sent('Nairobi')).toBe('Nairobi');
});

test.each(['25.9.85', '0085-09-25', '9/25/85'])('the year of %s is not guessed', (text) => {
  const found = mapped('Text', 'dateOfBirth', [text, '25.9.1985']);
  expect(found).toMatchObject({ direction: 'both', problems: { 'short-year': [text] } });
  expect(found.sent(text)).toBeNull();
});

test('a year of two digits is not written to a column of days', () => {
  expect(mapped('Date', 'dateOfBirth', [], ['0085-09-25'])).toMatchObject({ problems: { unheld: ['0085-09-25'] } });
});

test('decimals are not cut by a column of whole numbers', () => {
  const found = mapped('Int', 'custom:number', ['7'], ['2.5', '3000000000']);
  expect(found).toMatchObject({ direction: 'both', remedy: 'Numeric', problems: { unheld: ['2.5', '3000000000'] } });
  expect(found.written('7')).toBe('7');
});

test('an extension is not cut from a phone number', () => {
  const found = mapped('Text', 'phone', ['+44 20 7946 0018 ext. 12', '+44 (0)20 7946 0018']);
  expect(found.problems).toEqual({ extension: ['+44 20 7946 0018 ext. 12'] });
  expect(found.sent('+44 (0)20\u20117946 0018')).toBe('+442079460018');
});

test.each([
  ['Date', 'days', 'to-highlevel'],
  ['Bool', 'ticks', 'to-highlevel'],
  ['DateTime:Europe/Paris', 'times', 'to-highlevel'],
  ['Ref:People', 'references', null],
  ['Attachments', 'references', null],
] as const)('a column of type %s and a text: %s', (type, code, direction) => {
  const found = mapped(type, 'city');
  expect(found).toMatchObject({ direction, remedy: 'Text', problems: { [code]: [] } });
});

test('a time of day is not overwritten by a day', () => {
  expect(mapped('DateTime:Europe/Paris', 'dateOfBirth')).toMatchObject({ direction: 'to-highlevel', remedy: 'Date' });
});

test('a text that would come back otherwise lets the column only send', () => {
  const found = mapped('Text', 'name', ['Kimani, Grace', 'de la Cruz, Ana']);
  expect(found).toMatchObject({ direction: 'to-highlevel', problems: { 'comes-back-different': ['de la Cruz, Ana'] } });
});

test('e-mails are sent without what is around them', () => {
  const found = mapped('Text', 'email', ['mailto:grace@example.org', 'Grace <grace@example.org>,', 'no address']);
  expect(found).toMatchObject({ direction: 'both', problems: { unreadable: ['no address'] } });
  expect(found.sent('gra\u00adce@example.org ')).toBe('grace@example.org');
});

test('a transform that a person chose is kept, and proved for the column as it is now', () => {
  const column = { colId: 'A', label: 'Zip', type: 'Text' };
  const traits = traitsOf('custom:text', customFields)!;
  const chosen = { kind: 'text', trim: true, letters: 'upper' } as const;
  const evidence = { column, field: 'custom:text', traits, texts: ['ab'], country: 'GB', context, chosen } as const;
  expect(transformFor(evidence).transform).toEqual({ ...chosen, cell: 'text' });
});
