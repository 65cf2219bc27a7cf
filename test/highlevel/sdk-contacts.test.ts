import { expect, test } from 'vitest';
import { failure } from './local-server.ts';
import { overSdk } from './sdk.ts';

test('the SDK reads a contact', async () => {
  const { sdk, contactId, locationId } = await overSdk();

  const { contact } = await sdk.contacts.getContact({ contactId });
  expect(contact).toMatchObject({ id: contactId, locationId, dateAdded: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('the SDK makes a contact and changes it', async () => {
  const { sdk, locationId } = await overSdk();

  const { contact: made } = await sdk.contacts.createContact({
    locationId,
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.org',
    companyName: 'Analytical Engines',
  });
  const contactId = made?.id ?? '';
  const changed = await sdk.contacts.updateContact(
    { contactId },
    { city: 'London', dateOfBirth: '1815-12-10' as unknown as object },
  );
  expect(changed).toMatchObject({ succeded: true, contact: { id: contactId, city: 'London' } });
  const { contact } = await sdk.contacts.getContact({ contactId });
  expect(contact).toMatchObject({
    firstName: 'Ada',
    email: 'ada@example.org',
    companyName: 'Analytical Engines',
    city: 'London',
    dateOfBirth: '1815-12-10',
  });
});

test('the SDK deletes a contact', async () => {
  const { sdk, contactId } = await overSdk();

  expect(await sdk.contacts.deleteContact({ contactId })).toMatchObject({ succeded: true });
  expect(await failure(sdk.contacts.getContact({ contactId }))).toMatchObject({ statusCode: 400 });
});

test('the SDK searches contacts by pages', async () => {
  const { sdk, locationId, contactIds } = await overSdk();

  const first = await sdk.contacts.searchContactsAdvanced({ locationId, pageLimit: 40 });
  const cursor = first.contacts.at(-1).searchAfter;
  const second = await sdk.contacts.searchContactsAdvanced({ locationId, pageLimit: 40, searchAfter: cursor });
  expect(first.total).toBe(contactIds.length);
  expect([...first.contacts, ...second.contacts].map(({ id }) => id).sort()).toEqual([...contactIds].sort());
});

test('the SDK finds a duplicate', async () => {
  const { sdk, locationId } = await overSdk();
  await sdk.contacts.createContact({ locationId, email: 'ada+1@example.org', phone: '+4722222222' });

  const byPhone = await sdk.contacts.getDuplicateContact({ locationId, number: '+4722222222' });
  expect(byPhone.contact).toMatchObject({ email: 'ada+1@example.org' });
  const byEmail = await sdk.contacts.getDuplicateContact({ locationId, email: 'nobody@example.org' });
  expect(byEmail.contact).toBeNull();
});

test('the SDK receives HighLevel’s refusals', async () => {
  const { sdk, locationId, contactId } = await overSdk();
  const { contact } = await sdk.contacts.getContact({ contactId });

  const doubled = await failure(sdk.contacts.createContact({ locationId, email: contact?.email }));
  expect(doubled).toMatchObject({ statusCode: 400, response: { meta: { contactId, matchingField: 'email' } } });
  const unknown = sdk.contacts.updateContact({ contactId }, { companyName: 'Acme' } as object);
  expect(await failure(unknown)).toMatchObject({
    statusCode: 422,
    response: { message: ['property companyName should not exist'] },
  });
});

test('the SDK adds and removes tags', async () => {
  const { sdk, contactId } = await overSdk();
  const { contact } = await sdk.contacts.getContact({ contactId });
  const before = contact?.tags ?? [];

  expect((await sdk.contacts.addTags({ contactId }, { tags: ['vip', 'oslo'] })).tags).toEqual([
    ...before,
    'vip',
    'oslo',
  ]);
  expect((await sdk.contacts.removeTags({ contactId }, { tags: ['vip'] })).tags).toEqual([...before, 'oslo']);
  expect((await sdk.contacts.getContact({ contactId })).contact?.tags).toEqual([...before, 'oslo']);
});

test('the SDK reads a contact’s appointments', async () => {
  const { sdk, contactId } = await overSdk();

  const { events = [] } = await sdk.contacts.getAppointmentsForContact({ contactId });
  expect(events.length).toBeGreaterThan(0);
  expect(events[0]).toMatchObject({ contactId, startTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) });
});
