import { expect, test } from 'vitest';
import { findDuplicate } from '../../highlevel/contact-search.ts';
import { createContact, deleteContact, getContact, updateContact } from '../../highlevel/contacts.ts';
import { listUsers } from '../../highlevel/users.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

test('reads a contact into our type', async () => {
  const { api, sandbox, contactId, locationId } = overSandbox();
  const { requests } = sandbox;

  const contact = await getContact(api, contactId);
  expect(contact).toMatchObject({ id: contactId, locationId });
  expect(contact.name).toBe(`${contact.firstName} ${contact.lastName}`);
  expect(contact.dateAdded).toBeTypeOf('number');
  expect(contact).not.toHaveProperty('ssn');
  expect(requests.at(-1)).toMatchObject({ method: 'GET', status: 200 });
});

test('fails with not-found on a contact that HighLevel does not know', async () => {
  const { api } = overSandbox();

  expect(await failure(getContact(api, 'nobodyNobodyNobody00'))).toMatchObject({ code: 'not-found' });
});

test('sends only the changed fields, under HighLevel’s names', async () => {
  const { api, sent, contactId, companyId, locationId } = overSandbox();
  const [user] = await listUsers(api, { companyId, locationId });

  const contact = await updateContact(api, contactId, { city: 'Oslo', assignee: user?.id });
  expect(contact).toMatchObject({ city: 'Oslo', assignee: user?.id });
  expect(sent.at(-1)?.body).toEqual({ city: 'Oslo', assignedTo: user?.id });
  expect(await getContact(api, contactId)).toMatchObject({ city: 'Oslo', assignee: user?.id });
});

test('clears a field', async () => {
  const { api, sent, contactId } = overSandbox();
  await updateContact(api, contactId, { website: 'https://example.org', dateOfBirth: '1815-12-10' });

  const contact = await updateContact(api, contactId, { website: '', dateOfBirth: null });
  expect(contact).toMatchObject({ website: '', dateOfBirth: '' });
  expect(sent.at(-1)?.body).toEqual({ website: null, dateOfBirth: null });
});

test('never moves a date of birth by a day', async () => {
  const { api, contactId, locationId } = overSandbox();

  expect(await updateContact(api, contactId, { dateOfBirth: '1990-01-01' })).toMatchObject({
    dateOfBirth: '1990-01-01',
  });
  const created = await createContact(api, locationId, { firstName: 'Ada', dateOfBirth: '1815-12-10' });
  expect(created.dateOfBirth).toBe('1815-12-10');
  expect(await getContact(api, created.id)).toMatchObject({ dateOfBirth: '1815-12-10' });
});

test('refuses a field that an update cannot change before sending it', async () => {
  const { api, sent, contactId } = overSandbox();
  const changes: Parameters<typeof updateContact>[2] & { companyName: string } = { city: 'Oslo', companyName: 'Acme' };

  expect(await failure(updateContact(api, contactId, changes))).toMatchObject({ code: 'rejected' });
  expect(sent).toHaveLength(0);
});

test('switches channels off and on again', async () => {
  const { api, contactId } = overSandbox();

  const off = await updateContact(api, contactId, { dnd: true, dndSettings: { sms: 'active', whatsApp: 'active' } });
  expect(off).toMatchObject({ dnd: true, dndSettings: { sms: 'active', whatsApp: 'active' } });
  const on = await updateContact(api, contactId, { dndSettings: { sms: 'inactive' } });
  expect(on).toMatchObject({ dndSettings: { sms: 'inactive', whatsApp: 'active' } });
});

test('creates a contact with the fields that only a creation accepts', async () => {
  const { api, locationId } = overSandbox();

  const made = await createContact(api, locationId, {
    firstName: 'Ada',
    lastName: 'Lovelace',
    companyName: 'Analytical Engines',
    tags: ['numbers'],
    email: 'ada@example.org',
    phone: '',
  });
  expect(await getContact(api, made.id)).toMatchObject({
    name: 'Ada Lovelace',
    companyName: 'Analytical Engines',
    tags: ['numbers'],
    email: 'ada@example.org',
    phone: '',
  });
});

test('a duplicate’s refusal names the existing contact', async () => {
  const { api, locationId, contactId } = overSandbox();
  const { email } = await getContact(api, contactId);

  expect(await failure(createContact(api, locationId, { email }))).toMatchObject({
    code: 'rejected',
    details: { duplicateOf: { contactId, matchingField: 'email' } },
  });
});

test('finds the contact that has an e-mail or a phone', async () => {
  const { api, locationId } = overSandbox();
  const made = await createContact(api, locationId, { email: 'ada+1@example.org', phone: '+4722222222' });

  expect(await findDuplicate(api, { locationId, email: 'ada+1@example.org' })).toMatchObject({ id: made.id });
  expect(await findDuplicate(api, { locationId, phone: '+4722222222' })).toMatchObject({ id: made.id });
  expect(await findDuplicate(api, { locationId, email: 'nobody@example.org' })).toBeNull();
});

test('deletes a contact', async () => {
  const { api, contactId } = overSandbox();

  await deleteContact(api, contactId);
  expect(await failure(getContact(api, contactId))).toMatchObject({ code: 'not-found' });
});

test('deletes a contact although the first response was lost', async () => {
  const { api, sandbox, contactId } = overSandbox();
  sandbox.faults.add('cut-after', { times: 1 });

  await deleteContact(api, contactId);
  expect(await failure(getContact(api, contactId))).toMatchObject({ code: 'not-found' });
});
