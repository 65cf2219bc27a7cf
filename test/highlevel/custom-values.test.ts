import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { createCustomField, listCustomFields } from '../../highlevel/custom-fields.ts';
import { type CustomFieldValue, readCustomField, writeCustomField } from '../../highlevel/custom-values.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.string({ minLength: 1, unit: 'grapheme' });
const decimal = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const cents = fc.integer({ min: -1e12, max: 1e12 }).map((amount) => amount / 100 + 0);
const file = fc.record({
  id: fc.uuid(),
  name: word,
  url: fc.webUrl(),
  mimeType: fc.constantFrom('image/png', 'application/pdf'),
  size: fc.nat(),
  documentId: word,
  fieldName: word,
  encoding: fc.constant('7bit'),
});

const values: { [Kind in Exclude<CustomFieldValue['kind'], 'other'>]: fc.Arbitrary<unknown> } = {
  text: fc.string({ unit: 'grapheme' }),
  'large-text': fc.string({ unit: 'grapheme' }),
  phone: fc.stringMatching(/^\+[1-9]\d{6,14}$/),
  single: fc.oneof(word, fc.constant('')),
  radio: fc.oneof(word, fc.constant('')),
  date: fc.oneof(day, fc.constant('')),
  time: fc.oneof(fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/), fc.constant('')),
  number: fc.oneof(decimal, fc.constant(null)),
  money: fc.oneof(cents, fc.constant(null)),
  multiple: fc.uniqueArray(word),
  checkbox: fc.uniqueArray(word),
  'text-list': fc.dictionary(fc.uuid(), fc.string({ unit: 'grapheme' })),
  file: fc.uniqueArray(file, { selector: ({ id }) => id }),
};
const kinds = Object.keys(values) as (keyof typeof values)[];

test.each(kinds)('reads the value it wrote, for a field of kind %s', (kind) => {
  fc.assert(
    fc.property(values[kind], (value) => {
      const written = writeCustomField({ id: 'f1', kind }, { kind, value } as CustomFieldValue);
      const sent = JSON.parse(JSON.stringify(written));
      expect(readCustomField({ kind }, sent.field_value)).toEqual({ kind, value });
    }),
  );
});

test.each(kinds)('keeps the value of a field of kind %s through HighLevel', async (kind) => {
  const { api, contactId, locationId } = overSandbox();
  const known = (await listCustomFields(api, locationId)).find((field) => field.kind === kind);
  const definition = known ?? (await createCustomField(api, locationId, { name: kind, kind }));

  for (const value of fc.sample(values[kind], { numRuns: 8, seed: 7 })) {
    const typed = { kind, value } as CustomFieldValue;
    await updateContact(api, contactId, { customFields: [writeCustomField(definition, typed)] });
    const { customFields } = await getContact(api, contactId);
    expect(readCustomField(definition, customFields[definition.id])).toEqual(typed);
  }
});

test('leaves the custom fields that are not named alone', async () => {
  const { api, contactId, locationId } = overSandbox();
  const definitions = await listCustomFields(api, locationId);
  const [one, other] = definitions.filter(({ kind }) => kind === 'text' || kind === 'large-text');
  if (!one || !other) throw new Error('the sandbox has no two fields of text');
  const write = (field: typeof one, value: string) =>
    updateContact(api, contactId, {
      customFields: [writeCustomField(field, { kind: field.kind, value } as CustomFieldValue)],
    });

  await write(one, 'first');
  const { customFields } = await write(other, 'second');
  expect(customFields).toMatchObject({ [one.id]: 'first', [other.id]: 'second' });
});

test.each([
  ['money', '1234.50', 1234.5],
  ['money', '0.10', 0.1],
  ['number', '-007', -7],
  ['number', '12', 12],
  ['date', '2024-02-29T00:00:00.000Z', '2024-02-29'],
  ['date', Date.UTC(2024, 1, 29), '2024-02-29'],
  ['phone', 15551234567, '15551234567'],
  ['single', ['Gold'], 'Gold'],
  ['multiple', 'Gold', ['Gold']],
  ['text', null, ''],
] as const)('reads a %s that came as %j', (kind, raw, value) => {
  expect(readCustomField({ kind }, raw)).toEqual({ kind, value });
});

test.each([
  ['number', '12345678901234567890'],
  ['number', 'a dozen'],
  ['money', '1.234,50'],
  ['money', '$5'],
  ['date', 'in spring'],
  ['single', ['Gold', 'Silver']],
  ['text', { html: '<p>' }],
  ['text-list', ['one']],
  ['file', 'https://example.org/a.pdf'],
  ['file', [{ url: '' }]],
  ['multiple', [{ label: 'Gold' }]],
  ['other', 'anything'],
] as const)('keeps a %s that was received as %j unchanged', (kind, raw) => {
  expect(readCustomField({ kind }, raw)).toEqual({ kind: 'other', value: raw });
});

test('refuses to write a value of another kind', async () => {
  const write = async (kind: 'number' | 'other', value: CustomFieldValue) =>
    writeCustomField({ id: 'f1', kind }, value);

  expect(await failure(write('number', { kind: 'text', value: '12' }))).toMatchObject({ code: 'rejected' });
  expect(await failure(write('other', { kind: 'other', value: '12' }))).toMatchObject({ code: 'rejected' });
});
