import { expect, test } from 'vitest';
import { ignoredFields, upsertContact } from '../../highlevel/contact-upsert.ts';
import { createContact, getContact } from '../../highlevel/contacts.ts';
import { overSandbox } from './over-sandbox.ts';

test('creates a missing contact and changes an existing one', async () => {
  const { api, locationId } = overSandbox();

  const made = await upsertContact(api, locationId, { email: 'ada@example.org', firstName: 'Ada' });
  expect(made).toMatchObject({ isNew: true, contact: { firstName: 'Ada' } });
  const changed = await upsertContact(api, locationId, { email: 'ada@example.org', city: 'London' });
  expect(changed).toMatchObject({ isNew: false, contact: { id: made.contact.id, city: 'London' } });
  expect(await getContact(api, made.contact.id)).toMatchObject({ firstName: 'Ada', city: 'London' });
});

test('names the fields that HighLevel ignored silently', async () => {
  const { api, locationId } = overSandbox();
  await createContact(api, locationId, { firstName: 'Other', phone: '+4722222222' });

  const wanted = { email: 'ada@example.org', phone: '+4722222222', firstName: 'Ada' };
  await createContact(api, locationId, { email: 'ada@example.org' });
  const { contact } = await upsertContact(api, locationId, wanted);
  expect(ignoredFields(wanted, contact)).toEqual(['phone']);
});

test('a phone that HighLevel formatted as E.164 counts as saved', async () => {
  const { api, locationId } = overSandbox();

  const wanted = { phone: '+47 22 22 22 22', firstName: 'Ada' };
  const { contact } = await upsertContact(api, locationId, wanted);
  expect(contact.phone).toBe('+4722222222');
  expect(ignoredFields(wanted, contact)).toEqual([]);
});

test('requests a duplicate only when the caller wants one', async () => {
  const { api, sent, locationId } = overSandbox();

  await upsertContact(api, locationId, { email: 'ada@example.org', allowDuplicate: true });
  expect(sent.at(-1)?.body).toEqual({ locationId, email: 'ada@example.org', createNewIfDuplicateAllowed: true });
  await upsertContact(api, locationId, { email: 'ada@example.org' });
  expect(sent.at(-1)?.body).toEqual({ locationId, email: 'ada@example.org' });
});
