import { expect, test } from 'vitest';
import { openSandbox } from './ask.ts';

test('a business is set and cleared in bulk, and in no other way', async () => {
  const { ask, contact, locationId, sandbox } = openSandbox();
  const [business] = (await ask('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const ids = sandbox.info.contactIds.slice(0, 2);
  const set = await ask('POST', '/contacts/bulk/business', { locationId, ids, businessId: business.id });
  expect(set).toMatchObject({ status: 200, body: { success: true, ids } });
  expect((await ask('GET', contact)).body.contact.businessId).toBe(business.id);
  await ask('POST', '/contacts/bulk/business', { locationId, ids, businessId: null });
  expect((await ask('GET', contact)).body.contact.businessId).toBeUndefined();
  expect((await ask('POST', '/contacts/bulk/business', { locationId, ids })).status).toBe(422);
});

test('v3 takes fifty contacts at most', async () => {
  const { ask, locationId, sandbox } = openSandbox();
  const body = { locationId, ids: sandbox.info.contactIds.slice(0, 51), businessId: null };
  expect((await ask('POST', '/contacts/bulk/business', body, { version: 'v3' })).status).toBe(422);
  expect((await ask('POST', '/contacts/bulk/business', body)).status).toBe(200);
});

test('tags are added in bulk with 201, and each contact has its own outcome', async () => {
  const { ask, contact, locationId, sandbox } = openSandbox();
  await ask('PUT', contact, { tags: ['old'] });
  const [id] = sandbox.info.contactIds;
  const [foreign] = [...sandbox.state.locations.get(sandbox.info.locations[1]!.locationId)!.contacts.keys()];
  const contacts = [id, 'abcdef', foreign];
  const added = await ask('POST', '/contacts/bulk/tags/update/add', { locationId, contacts, tags: ['New'] });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ succeded: true, errorCount: 2 });
  expect(added.body.responses).toEqual([
    { contactId: id, message: 'Tags updated', type: 'success', oldTags: ['old'], tagsAdded: ['new'], tagsRemoved: [] },
    { contactId: 'abcdef', message: 'contact id is not a valid firebase id', type: 'error' },
    { contactId: foreign, message: 'contact does not belong to location', type: 'error' },
  ]);
  expect((await ask('GET', contact)).body.contact.tags).toEqual(['old', 'new']);
});

test('tags are removed in bulk, one by one or all', async () => {
  const { ask, contact, locationId, sandbox } = openSandbox();
  await ask('PUT', contact, { tags: ['one', 'two', 'three'] });
  const body = { locationId, contacts: [sandbox.info.contactIds[0]], tags: ['one'] };
  await ask('POST', '/contacts/bulk/tags/update/remove', body);
  expect((await ask('GET', contact)).body.contact.tags).toEqual(['two', 'three']);
  await ask('POST', '/contacts/bulk/tags/update/remove', { ...body, tags: [], removeAllTags: true });
  expect((await ask('GET', contact)).body.contact.tags).toEqual([]);
});

test('followers are added with 201 and removed with a body', async () => {
  const { ask, contact, locationId } = openSandbox();
  const { users } = (await ask('GET', `/users/?locationId=${locationId}`)).body;
  const [one, two] = users.map(({ id }: { id: string }) => id);
  expect(await ask('POST', `${contact}/followers`, { followers: [one, two] })).toMatchObject({
    status: 201,
    body: { followers: [one, two], followersAdded: [one, two] },
  });
  expect(await ask('DELETE', `${contact}/followers`, { followers: [one] })).toMatchObject({
    status: 200,
    body: { followers: [two], followersRemoved: [one] },
  });
  expect((await ask('POST', `${contact}/followers`, { followers: ['nobody'] })).status).toBe(400);
});

test('a channel that is permanently closed stays closed', async () => {
  const { ask, contact } = openSandbox();
  await ask('PUT', contact, { dndSettings: { SMS: { status: 'permanent' } } });
  const refused = await ask('PUT', contact, { city: 'Nowhere', dndSettings: { SMS: { status: 'inactive' } } });
  expect(refused).toMatchObject({
    status: 400,
    body: { message: 'Not authorized to update permanent dnd setting for SMS' },
  });
  const read = (await ask('GET', contact)).body.contact;
  expect(read.dndSettings.SMS.status).toBe('permanent');
  expect(read.city).not.toBe('Nowhere');
});
