import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

async function writeField(
  quirk: 'field_value' | 'fieldValue' | 'value' | 'any',
  input: object,
  version = '2021-07-28',
) {
  const { send, contact, locationId } = openSandbox({ quirks: { customFieldKey: quirk } });
  const { customFields } = (await send('GET', `/locations/${locationId}/customFields`)).body;
  const { id } = customFields.find((field: { dataType: string }) => field.dataType === 'TEXT');
  const written = await send('PUT', contact, { customFields: [{ id, ...input }] }, { version });
  expect(written.status).toBe(200);
  const read = (await send('GET', contact)).body.contact.customFields as { id: string; value: unknown }[];
  return read.find((item) => item.id === id)?.value;
}

test('quirk customFieldKey (n8n issue 35392, GoHighLevel-MCP issue 14): an unknown key changes nothing', async () => {
  const keys = ['field_value', 'fieldValue', 'value'] as const;
  for (const known of keys) {
    for (const sent of keys) {
      const value = await writeField(known, { [sent]: 'Zebra' });
      expect(value === 'Zebra').toBe(known === sent);
      expect(await writeField('any', { [sent]: 'Zebra' })).toBe('Zebra');
    }
  }
});

test('v3 accepts fieldValue, and field_value still (v3 OpenAPI)', async () => {
  expect(await writeField('field_value', { fieldValue: 'Zebra' }, 'v3')).toBe('Zebra');
  expect(await writeField('field_value', { field_value: 'Zebra' }, 'v3')).toBe('Zebra');
});

test('quirk tagsDefineThemselves (rocketride): a tag on a contact becomes a tag of the location', async () => {
  const { send, contact, locationId } = openSandbox();
  await send('POST', `${contact}/tags`, { tags: ['Brand new'] });
  const { tags } = (await send('GET', `/locations/${locationId}/tags`)).body;
  expect(tags).toContainEqual({ id: expect.any(String), name: 'brand new', locationId });
});

test('without that quirk an unknown tag is refused', async () => {
  const { send, contact, locationId } = openSandbox({ quirks: { tagsDefineThemselves: false } });
  expect((await send('POST', `${contact}/tags`, { tags: ['brand new'] })).status).toBe(400);
  await send('POST', `/locations/${locationId}/tags`, { name: 'brand new' });
  expect((await send('POST', `${contact}/tags`, { tags: ['brand new'] })).status).toBe(201);
});

test('quirk tagsLowerCased (observed, undocumented): the case of a tag can be kept', async () => {
  const { send, contact } = openSandbox({ quirks: { tagsLowerCased: false } });
  await send('PUT', contact, { tags: ['VIP'] });
  expect((await send('GET', contact)).body.contact.tags).toEqual(['VIP']);
});

test.each([true, false])('quirk genderDiscarded (docs repository, issue 313): %s', async (genderDiscarded) => {
  const { send, locationId } = openSandbox({ quirks: { genderDiscarded } });
  const made = await send('POST', '/contacts/', { locationId, email: 'ada@example.com', gender: 'female' });
  expect(made.status).toBe(201);
  expect((await send('GET', `/contacts/${made.body.contact.id}`)).body.contact.gender).toBe(
    genderDiscarded ? undefined : 'female',
  );
});

test('quirk refusedCreateStillCreates (docs repository, issue 64): 422, and the contact exists', async () => {
  const { send, locationId } = openSandbox({ quirks: { refusedCreateStillCreates: true } });
  expect((await send('POST', '/contacts/', { locationId, email: 'ada@example.com' })).status).toBe(422);
  const query = new URLSearchParams({ locationId, email: 'ada@example.com' });
  expect((await send('GET', `/contacts/search/duplicate?${query}`)).body.contact.email).toBe('ada@example.com');
});

test('quirk companyNameUpdatable (open point of the docs): an update may change the company', async () => {
  const { send, contact } = openSandbox({ quirks: { companyNameUpdatable: true } });
  expect((await send('PUT', contact, { companyName: 'Analytical Engines' })).status).toBe(200);
  expect((await send('GET', contact)).body.contact.companyName).toBe('Analytical Engines');
});

test('quirk taskUpdateRefusesMilliseconds (n8n HighLevel node): an update requires whole seconds', async () => {
  const { send, contact } = openSandbox({ quirks: { taskUpdateRefusesMilliseconds: true } });
  const [task] = (await send('GET', `${contact}/tasks`)).body.tasks;
  const update = (dueDate: string) => send('PUT', `${contact}/tasks/${task.id}`, { dueDate });
  expect((await update(task.dueDate)).status).toBe(422);
  expect((await update(task.dueDate.replace('.000', ''))).status).toBe(200);
});

test('quirk foundTaskIdUnderscored (unverified): the task search names ids _id', async () => {
  const { send, locationId } = openSandbox({ quirks: { foundTaskIdUnderscored: true } });
  const [task] = (await send('POST', `/locations/${locationId}/tasks/search`, { limit: 1 })).body.tasks;
  expect(task).toHaveProperty('_id');
  expect(task).not.toHaveProperty('id');
});

test.each(['event', 'appointment'] as const)(
  'quirk appointmentWrapper (spec and live answers differ): %s',
  async (wrapper) => {
    const { send, contact } = openSandbox({ quirks: { appointmentWrapper: wrapper } });
    const [event] = (await send('GET', `${contact}/appointments`)).body.events;
    const { body } = await send('GET', `/calendars/events/appointments/${event.id}`);
    expect(body[wrapper].id).toBe(event.id);
  },
);

test("quirk appointmentTimes (both forms occur): a contact's appointments may carry an offset", async () => {
  const { send, contact, sandbox } = openSandbox({ quirks: { appointmentTimes: 'offset' } });
  const [event] = (await send('GET', `${contact}/appointments`)).body.events;
  expect(event.startTime).toMatch(/T.*[+-]\d\d:\d\d$/);
  const record = [...sandbox.state.locations.values()][0]!.events.get(event.id)!;
  expect(Date.parse(event.startTime)).toBe(record.startTime);
});

test('quirk dateFieldsAsEpoch (unverified): a date in a custom field may be a number', async () => {
  const { send, contact, locationId } = openSandbox({ quirks: { dateFieldsAsEpoch: true } });
  const { customFields } = (await send('GET', `/locations/${locationId}/customFields`)).body;
  const { id } = customFields.find((field: { dataType: string }) => field.dataType === 'DATE');
  await send('PUT', contact, { customFields: [{ id, field_value: '2026-03-29' }] });
  const { contact: read } = (await send('GET', contact)).body;
  expect(read.customFields).toContainEqual({ id, value: Date.parse('2026-03-29') });
});
