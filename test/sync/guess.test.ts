import { expect, test } from 'vitest';
import { type GuessFacts, guessBindings } from '../../sync/guess/bindings.ts';
import type { Column } from '../../sync/mapping.ts';
import { loadPhoneBook } from '../../widget/store/fields/phone-book.ts';

const facts: GuessFacts = {
  customFields: [
    { id: 'c1', name: 'Team size', key: 'contact.team_size', kind: 'number' },
    { id: 'c2', name: 'Plan', key: 'contact.plan', kind: 'single', options: ['Free', 'Pro plan'] },
    { id: 'c3', name: 'Newsletter', key: 'contact.newsletter', kind: 'radio', options: ['Yes', 'No'] },
    { id: 'c4', name: 'Budget', key: 'contact.budget', kind: 'money' },
  ],
  context: {
    users: [{ id: 'u1', name: 'Ana Ruiz', email: 'ana@example.org' }],
    businesses: [],
    phone: await loadPhoneBook(),
  },
  country: 'GB',
};

/** Guesses for columns given as label, values and what is special about them. */
function guess(...given: readonly [label: string, values: readonly string[], special?: Partial<Column>][]) {
  const columns = given.map(([label, , special]): Column => {
    const colId = label.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '_');
    return { colId, label, type: 'Text', ...special };
  });
  const sample = Object.fromEntries(columns.map(({ colId }, at) => [colId, given[at]![1]]));
  const bindings = guessBindings(columns, sample, facts);
  return columns.map(({ colId }) => bindings.find((binding) => binding.colId === colId) ?? null);
}

const fieldsOf = (bindings: ReturnType<typeof guess>) => bindings.map((binding) => binding?.field ?? null);

test.each([
  [['First name', 'Surname', 'E-mail', 'Mobile', 'Company', 'Owner', 'Zip', 'Date of birth', 'Contact ID']],
  [['Prénom', 'Nom', 'Courriel', 'Téléphone', 'Société', 'Responsable', 'Code postal', 'Date de naissance', 'Réf']],
  [
    [
      'Nombre',
      'Apellidos',
      'Correo electrónico',
      'Móvil',
      'Empresa',
      'Propietario',
      'Código postal',
      'Cumpleaños',
      'N',
    ],
  ],
])('columns are known by their names: %j', (labels) => {
  const values = ['Ana', 'Ruiz', 'a@example.com', '020 7946 0123', 'Acme', 'Ana Ruiz', '01234', '25.9.1990', 'x'];
  const found = fieldsOf(guess(...labels.map((label, at): [string, string[]] => [label, [values[at]!]])));
  const known = ['firstName', 'lastName', 'email', 'phone', 'companyName', 'assignee', 'postalCode', 'dateOfBirth'];
  expect(found).toEqual([...known, null]);
});

test('columns with other names are known by their values', () => {
  const columns = guess(
    ['Reach them', ['a@example.org', 'b@example.com']],
    ['Who', ['Ana Ruiz', '']],
    ['Line', ['+442079460123']],
  );
  expect(fieldsOf(columns)).toEqual(['email', 'assignee', 'phone']);
});

test('values that contradict a name win', () => {
  expect(
    fieldsOf(guess(['Email', ['yes', 'no']], ['Phone', ['Android', 'iPhone']], ['Event name', ['Fair 2026']])),
  ).toEqual([null, null, null]);
});

test('a column of full names is one, whatever it is called', () => {
  const [binding] = guess(['Nom', ['Kimani, Grace', 'Diop, Awa']]);
  expect(binding).toMatchObject({ field: 'name', transform: { kind: 'name', order: 'last-first' }, direction: 'both' });
});

test('custom fields are known by their name or key', () => {
  expect(fieldsOf(guess(['Team size', ['12'], { type: 'Int' }], ['plan', ['Free', 'pro plan']]))).toEqual([
    'custom:c1',
    'custom:c2',
  ]);
});

test('choices that are only written otherwise are paired', () => {
  const [binding] = guess(['Plan', ['free', 'Pro-Plan']]);
  const pairs = [
    { grist: 'free', highlevel: 'Free' },
    { grist: 'Pro-Plan', highlevel: 'Pro plan' },
  ];
  expect(binding).toMatchObject({ transform: { kind: 'choice', pairs }, direction: 'both' });
});

test('a toggle goes with a field of yes and no', () => {
  const [news, mute] = guess(['Newsletter', ['true'], { type: 'Bool' }], ['Do not call', ['false'], { type: 'Bool' }]);
  expect(news?.transform).toEqual({ kind: 'boolean', yes: 'Yes', no: 'No' });
  expect(mute).toMatchObject({ field: 'dnd:call', transform: { kind: 'boolean', yes: 'active', no: 'inactive' } });
});

test('amounts with commas and dates with dots are read as they are written', () => {
  const [budget, born] = guess(['Budget', ['1.234,50', '12,00']], ['Birthday', ['25.9.1990', '5.9.1990']]);
  expect(budget).toMatchObject({ transform: { kind: 'money', decimals: 2, separator: ',' }, direction: 'both' });
  expect(born).toMatchObject({ transform: { kind: 'date', format: 'dmy', separator: '.' }, direction: 'both' });
});

test.each([
  ['US', 'mdy', '.'],
  ['GB', 'dmy', '.'],
  ['DE', 'dmy', ','],
  ['MX', 'dmy', '.'],
])('what may be read in two ways is read as in %s', (country, format, separator) => {
  const columns = ['Birthday', 'Team size'].map((label) => ({ colId: label, label, type: 'Text' }));
  const sample = { Birthday: ['5/9/1990'], 'Team size': ['1', '20'] };
  const [born, size] = guessBindings(columns, sample, { ...facts, country });
  expect(born?.transform).toMatchObject({ format });
  expect(size?.transform).toMatchObject({ separator });
});

test.each<[string, string, string[], Partial<Column>, string]>([
  ['a formula only sends', 'Email', ['a@example.org'], { isFormula: true }, 'to-highlevel'],
  ['a field that cannot be written only receives', 'Company', ['Acme'], {}, 'to-grist'],
  ['a text that is no number keeps no other from HighLevel', 'Phone', ['020 7946 0123', 'ask Bo'], {}, 'both'],
  ['a postal code has lost its zeros in a column of numbers', 'Zip', ['1234'], { type: 'Int' }, 'to-grist'],
  ['an unknown owner keeps no other from HighLevel', 'Owner', ['Ana Ruiz', 'Somebody'], {}, 'both'],
])('%s', (_, label, values, special, direction) => {
  expect(guess([label, values, special])[0]?.direction).toBe(direction);
});

test('nothing runs between a formula and a field that cannot be written', () => {
  expect(guess(['Company', ['Acme'], { isFormula: true }])).toEqual([null]);
});

test('a field goes with one column and a column with one field', () => {
  const columns = guess(
    ['Email', ['a@example.org']],
    ['E-mail 2', ['b@example.org']],
    ['Work email', ['c@example.org']],
  );
  expect(fieldsOf(columns)).toEqual(['email', null, null]);
});
