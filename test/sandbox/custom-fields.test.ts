import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

async function withFields() {
  const opened = openSandbox();
  const { send, contact, locationId } = opened;
  const { customFields } = (await send('GET', `/locations/${locationId}/customFields`)).body;
  const idOf = (dataType: string): string =>
    customFields.find((field: { dataType: string }) => field.dataType === dataType).id;
  const write = (customFieldInputs: object[]) => send('PUT', contact, { customFields: customFieldInputs });
  const storedValue = async (dataType: string) =>
    (await send('GET', contact)).body.contact.customFields.find(({ id }: { id: string }) => id === idOf(dataType))
      ?.value;
  return { ...opened, customFields, idOf, write, storedValue };
}

const file = {
  uuid: 'c0ffee',
  originalname: 'plan.pdf',
  mimetype: 'application/pdf',
  size: 1,
  fieldname: 'f',
  encoding: '7bit',
};

test.each([
  ['TEXT', 'Zebra', 'Zebra'],
  ['LARGE_TEXT', 'two\nlines', 'two\nlines'],
  ['NUMERICAL', '12', 12],
  ['MONETORY', 19.99, 19.99],
  ['PHONE', '+442079460018', '+442079460018'],
  ['DATE', '2026-03-29', '2026-03-29'],
  ['CHECKBOX', ['Doors', 'Roofing'], ['Doors', 'Roofing']],
  ['MULTIPLE_OPTIONS', ['Survey'], ['Survey']],
  ['SINGLE_OPTIONS', 'Hot', 'Hot'],
  ['RADIO', 'SMS', 'SMS'],
  ['TEXTBOX_LIST', { first: 'one' }, { first: 'one' }],
  [
    'FILE_UPLOAD',
    { c0ffee: { meta: file, url: 'https://x', documentId: 'd' } },
    { c0ffee: { meta: file, url: 'https://x', documentId: 'd' } },
  ],
])('a %s is written as field_value and read as value', async (dataType, given, read) => {
  const { write, storedValue, idOf } = await withFields();
  expect((await write([{ id: idOf(dataType), field_value: given }])).status).toBe(200);
  expect(await storedValue(dataType)).toEqual(read);
});

test('unnamed fields stay, an empty one is removed', async () => {
  const { write, storedValue, idOf } = await withFields();
  await write([
    { id: idOf('TEXT'), field_value: 'Zebra' },
    { id: idOf('RADIO'), field_value: 'SMS' },
  ]);
  await write([{ id: idOf('TEXT'), field_value: '' }]);
  expect([await storedValue('TEXT'), await storedValue('RADIO')]).toEqual([undefined, 'SMS']);
});

test('a field can be named by its key', async () => {
  const { write, storedValue } = await withFields();
  await write([{ key: 'policy_number', field_value: 'A' }]);
  expect(await storedValue('TEXT')).toBe('A');
  await write([{ key: 'contact.policy_number', field_value: 'B' }]);
  expect(await storedValue('TEXT')).toBe('B');
});

test('an invalid number is refused', async () => {
  const { write, idOf } = await withFields();
  expect((await write([{ id: idOf('NUMERICAL'), field_value: 'many' }])).status).toBe(422);
});

test('a definition has its type and options, and can be read by id or key', async () => {
  const { send, customFields, locationId } = await withFields();
  for (const field of customFields) {
    expect(field).toMatchObject({
      name: expect.any(String),
      fieldKey: expect.stringMatching(/^contact\.\w+$/),
      locationId,
    });
  }
  const [field] = customFields;
  for (const key of [field.id, field.fieldKey]) {
    expect((await send('GET', `/locations/${locationId}/customFields/${key}`)).body.customField).toEqual(field);
  }
});

test('a definition is created with 201 and can be used at once', async () => {
  const { send, locationId, write, contact } = await withFields();
  const made = await send('POST', `/locations/${locationId}/customFields`, {
    name: 'Shoe size',
    dataType: 'NUMERICAL',
  });
  expect(made).toMatchObject({
    status: 201,
    body: { customField: { fieldKey: 'contact.shoe_size', model: 'contact' } },
  });
  await write([{ key: 'shoe_size', field_value: 43 }]);
  const { id } = made.body.customField;
  expect((await send('GET', contact)).body.contact.customFields).toContainEqual({ id, value: 43 });
});
