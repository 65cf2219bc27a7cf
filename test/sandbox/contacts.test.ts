import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'Ada@example.com', phone: '+447700900999' };

test('a new contact is answered with 201 in the shape of a create, and can be read', async () => {
  const { send, locationId } = openSandbox();
  const made = await send('POST', '/contacts/', { locationId, ...ada, dateOfBirth: '1815/12/10' });
  expect(made.status).toBe(201);
  expect(made.body.contact).toMatchObject({
    ...ada,
    emailLowerCase: 'ada@example.com',
    dateOfBirth: '1815-12-10T00:00:00.000Z',
    birthMonth: 12,
    birthDay: 10,
  });
  expect(made.body.contact).not.toHaveProperty('name');
  const read = await send('GET', `/contacts/${made.body.contact.id}`);
  expect(read.body.contact).toMatchObject({ ...ada, name: 'Ada Lovelace', dateOfBirth: '1815-12-10' });
});

test('an update changes the named keys alone and answers succeded', async () => {
  const { send, contact, pass } = openSandbox();
  const before = (await send('GET', contact)).body.contact;
  pass(1_000);
  const updated = await send('PUT', contact, { city: 'Bath' });
  expect(updated.status).toBe(200);
  expect(updated.body.succeded).toBe(true);
  const { dateUpdated, lastActivity, ...same } = before;
  expect((await send('GET', contact)).body.contact).toMatchObject({ ...same, city: 'Bath' });
  expect(updated.body.contact.dateUpdated).toBe('2026-11-20T10:30:01.000Z');
  expect(dateUpdated).not.toBe(updated.body.contact.dateUpdated);
});

test('a name is split at its last space, and follows a change of its parts', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { name: 'Ada King Lovelace' });
  expect((await send('GET', contact)).body.contact).toMatchObject({ firstName: 'Ada King', lastName: 'Lovelace' });
  await send('PUT', contact, { firstName: 'Augusta Ada' });
  expect((await send('GET', contact)).body.contact.name).toBe('Augusta Ada Lovelace');
});

test('null empties a field', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { email: null, phone: null, dateOfBirth: null, assignedTo: null });
  const { email, phone, dateOfBirth, assignedTo } = (await send('GET', contact)).body.contact;
  expect([email, phone, dateOfBirth, assignedTo]).toEqual([undefined, undefined, undefined, undefined]);
});

test.each(['locationId', 'companyName', 'gender', 'businessId', 'followers', 'type', 'additionalEmails'])(
  'an update refuses the key %s with 422 and changes nothing',
  async (key) => {
    const { send, contact, locationId } = openSandbox();
    const value = key === 'locationId' ? locationId : 'x';
    const refused = await send('PUT', contact, { city: 'Nowhere', [key]: value });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      statusCode: 422,
      message: [`property ${key} should not exist`],
      error: 'Unprocessable Entity',
    });
    expect((await send('GET', contact)).body.contact.city).not.toBe('Nowhere');
  },
);

test.each([
  [{ email: 'not an address' }, 'email must be an email'],
  [{ country: 'England' }, 'country must be a valid ISO31661 Alpha2 code'],
  [{ postalCode: null }, 'postalCode must be a string'],
  [{ tags: 'vip' }, 'tags must be an array'],
  [{ dateOfBirth: '1990-02-31' }, 'dateOfBirth must be a valid date'],
])('an update with %o is refused', async (changes, complaint) => {
  const { send, contact } = openSandbox();
  expect(await send('PUT', contact, changes)).toMatchObject({ status: 422, body: { message: [complaint] } });
});

test('a birthday is understood in each documented form', async () => {
  const { send, contact } = openSandbox();
  for (const given of ['1990/12/25', '12/25/1990', '1990-12-25', '12-25-1990', '1990.12.25', '12_25_1990']) {
    await send('PUT', contact, { dateOfBirth: null });
    await send('PUT', contact, { dateOfBirth: given });
    expect((await send('GET', contact)).body.contact.dateOfBirth).toBe('1990-12-25');
  }
});

test('a national phone number is stored in E.164 for the location’s country', async () => {
  const { send, contact } = openSandbox();
  expect((await send('PUT', contact, { phone: '(020) 7946 0018' })).body.contact.phone).toBe('+442079460018');
  expect((await send('PUT', contact, { phone: '12' })).status).toBe(400);
});

test('tags of an update replace all tags', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { tags: ['One', 'two', 'ONE'] });
  expect((await send('GET', contact)).body.contact.tags).toEqual(['one', 'two']);
});

test('a deleted contact’s tasks and notes are deleted too', async () => {
  const { send, contact, sandbox, locationId } = openSandbox();
  expect((await send('DELETE', contact)).body.succeded).toBe(true);
  expect(await send('GET', contact)).toMatchObject({ status: 400 });
  const location = sandbox.state.locations.get(locationId)!;
  const id = sandbox.info.contactIds[0]!;
  expect([location.tasks.of(id), location.notes.of(id), location.events.of(id)]).toEqual([[], [], []]);
});

test('an unknown contact is 400, not 404', async () => {
  const { send } = openSandbox();
  const answer = await send('GET', '/contacts/ocQHyuzHvysMo5N5VsXc');
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    statusCode: 400,
    message: 'Contact with id ocQHyuzHvysMo5N5VsXc not found',
    error: 'Bad Request',
    traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('v3 spells succeeded correctly and writes channels in lower case', async () => {
  const { send, contact } = openSandbox();
  const v3 = { version: 'v3' };
  const dndSettings = { SMS: { status: 'active' } };
  const updated = await send('PUT', contact, { dndSettings }, v3);
  expect(updated.body.succeeded).toBe(true);
  expect(updated.body).not.toHaveProperty('succeded');
  expect(updated.body.contact.dndSettings).toEqual({ sms: { status: 'active' } });
  expect((await send('GET', contact)).body.contact.dndSettings).toEqual(dndSettings);
  expect((await send('DELETE', contact, undefined, v3)).body).toMatchObject({ succeeded: true, succeded: true });
});
