import type { Api, Call, Change, Creation } from './client.ts';
import type { Contact, ContactChanges, NewContact } from './contact.ts';
import { readContact, writeContact, writeNewContact } from './contact-wire.ts';
import { path } from './path.ts';
import { wrapped, written } from './read.ts';
import type { ContactResponse } from './wire.ts';

/** Reads a contact. Fails with `not-found` for an unknown id. */
export async function getContact(api: Api, contactId: string, call?: Call): Promise<Contact> {
  return readContact(wrapped<ContactResponse>(await api.get(path`contacts/${contactId}`, call), 'contact'));
}

/**
 * Changes the given fields and returns the contact as HighLevel stored it. Fails with `rejected` when a value is
 * refused, or before sending when a field cannot be updated: `companyName` can only be set by `createContact`.
 */
export async function updateContact(
  api: Api,
  contactId: string,
  changes: ContactChanges,
  call?: Change,
): Promise<Contact> {
  const request = { ...call, body: writeContact(changes) };
  return readContact(written<ContactResponse>(await api.put(path`contacts/${contactId}`, request), 'contact'));
}

/**
 * Creates a contact. Fails with `rejected` and `duplicateOf` when another contact has the e-mail or phone and the location allows no
 * duplicates. Without a key it is not retried. HighLevel has been observed to respond 422 and still create the contact: call `findDuplicate` first.
 */
export async function createContact(
  api: Api,
  locationId: string,
  contact: NewContact,
  call?: Creation,
): Promise<Contact> {
  const request = { ...call, body: writeNewContact(locationId, contact) };
  return readContact(written<ContactResponse>(await api.post(path`contacts/`, request), 'contact'));
}

/** Deletes a contact with its tasks, notes and appointments. */
export async function deleteContact(api: Api, contactId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}`, call);
}
