import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test('a business is set and cleared in bulk, and in no other way', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  const [business] = (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const ids = sandbox.info.contactIds.slice(0, 2);
  const set = await send('POST', '/contacts/bulk/business', { locationId, ids, businessId: business.id });
  expect(set).toMatchObject({ status: 200, body: { success: true, ids } });
  expect((await send('GET', contact)).body.contact.businessId).toBe(business.id);
  await send('POST', '/contacts/bulk/business', { locationId, ids, businessId: null });
  expect((await send('GET', contact)).body.contact.businessId).toBeUndefined();
  expect((await send('POST', '/contacts/bulk/business', { locationId, ids })).status).toBe(422);
});

test('v3 takes fifty contacts at most', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const body = { locationId, ids: sandbox.info.contactIds.slice(0, 51), businessId: null };
  expect((await send('POST', '/contacts/bulk/business', body, { version: 'v3' })).status).toBe(422);
  expect((await send('POST', '/contacts/bulk/business', body)).status).toBe(200);
});

test('tags are added in bulk with 201, and each contact has its own outcome', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  await send('PUT', contact, { tags: ['old'] });
  const [id] = sandbox.info.contactIds;
  const [foreign] = [...sandbox.state.locations.get(sandbox.info.locations[1]!.locationId)!.contacts.keys()];
  const contacts = [id, 'abcdef', foreign];
  const added = await send('POST', '/contacts/bulk/tags/update/add', { locationId, contacts, tags: ['New'] });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ succeded: true, errorCount: 2 });
  expect(added.body.responses).toEqual([
    { contactId: id, message: 'Tags updated', type: 'success', oldTags: ['old'], tagsAdded: ['new'], tagsRemoved: [] },
    { contactId: 'abcdef', message: 'contact id is not a valid firebase id', type: 'error' },
    { contactId: foreign, message: 'contact does not belong to location', type: 'error' },
  ]);
  expect((await send('GET', contact)).body.contact.tags).toEqual(['old', 'new']);
});

test('tags are removed in bulk, one by one or all', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  await send('PUT', contact, { tags: ['one', 'two', 'three'] });
  const body = { locationId, contacts: [sandbox.info.contactIds[0]], tags: ['one'] };
  await send('POST', '/contacts/bulk/tags/update/remove', body);
  expect((await send('GET', contact)).body.contact.tags).toEqual(['two', 'three']);
  await send('POST', '/contacts/bulk/tags/update/remove', { ...body, tags: [], removeAllTags: true });
  expect((await send('GET', contact)).body.contact.tags).toEqual([]);
});

test('followers are added with 201 and removed with a body', async () => {
  const { send, contact, locationId } = openSandbox();
  const { users } = (await send('GET', `/users/?locationId=${locationId}`)).body;
  const [one, two] = users.map(({ id }: { id: string }) => id);
  expect(await send('POST', `${contact}/followers`, { followers: [one, two] })).toMatchObject({
    status: 201,
    body: { followers: [one, two], followersAdded: [one, two] },
  });
  expect(await send('DELETE', `${contact}/followers`, { followers: [one] })).toMatchObject({
    status: 200,
    body: { followers: [two], followersRemoved: [one] },
  });
  expect((await send('POST', `${contact}/followers`, { followers: ['nobody'] })).status).toBe(400);
});

test('a channel that is permanently closed stays closed', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { dndSettings: { SMS: { status: 'permanent' } } });
  const refused = await send('PUT', contact, { city: 'Nowhere', dndSettings: { SMS: { status: 'inactive' } } });
  expect(refused).toMatchObject({
    status: 400,
    body: { message: 'Not authorized to update permanent dnd setting for SMS' },
  });
  const read = (await send('GET', contact)).body.contact;
  expect(read.dndSettings.SMS.status).toBe('permanent');
  expect(read.city).not.toBe('Nowhere');
});
