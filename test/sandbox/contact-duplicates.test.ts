import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test.each(['email', 'phone'] as const)(
  'a second contact with the same %s is refused and names the first',
  async (key) => {
    const { send, contact, locationId } = openSandbox();
    const first = (await send('GET', contact)).body.contact;
    const refused = await send('POST', '/contacts/', { locationId, firstName: 'Again', [key]: first[key] });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      statusCode: 400,
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: first.id, matchingField: key },
    });
  },
);

test('e-mails match in any case', async () => {
  const { send, contact, locationId } = openSandbox();
  const { email } = (await send('GET', contact)).body.contact;
  expect((await send('POST', '/contacts/', { locationId, email: email.toUpperCase() })).status).toBe(400);
});

test('a location that allows duplicates accepts them', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  sandbox.state.locations.get(locationId)!.details.settings = { allowDuplicateContact: true };
  const { email } = (await send('GET', contact)).body.contact;
  expect((await send('POST', '/contacts/', { locationId, email })).status).toBe(201);
});

test('an update to an e-mail of another contact is refused', async () => {
  const { send, contact, sandbox } = openSandbox();
  const other = (await send('GET', `/contacts/${sandbox.info.contactIds[1]}`)).body.contact;
  expect((await send('PUT', contact, { email: other.email })).body.meta.contactId).toBe(other.id);
});

test('an update that repeats its own e-mail passes', async () => {
  const { send, contact } = openSandbox();
  const { email } = (await send('GET', contact)).body.contact;
  expect((await send('PUT', contact, { email, city: 'Bath' })).status).toBe(200);
});

test('the search for duplicates finds by number or e-mail, and returns null otherwise', async () => {
  const { send, contact, locationId } = openSandbox();
  const { id, email, phone } = (await send('GET', contact)).body.contact;
  const find = (query: Record<string, string>) =>
    send('GET', `/contacts/search/duplicate?${new URLSearchParams({ locationId, ...query })}`);
  expect((await find({ email })).body.contact.id).toBe(id);
  expect((await find({ number: phone })).body.contact.id).toBe(id);
  expect((await find({ email: 'nobody@example.com' })).body.contact).toBeNull();
  expect((await find({})).status).toBe(422);
});

test('a contact without any name, e-mail or phone is refused', async () => {
  const { send, locationId } = openSandbox();
  expect((await send('POST', '/contacts/', { locationId, city: 'Bath' })).status).toBe(422);
});
