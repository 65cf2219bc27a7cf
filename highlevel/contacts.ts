import type { Api, Call, Creation } from './client.ts';
import type { Contact, ContactChanges, NewContact } from './contact.ts';
import { readContact, writeContact, writeNewContact } from './contact-wire.ts';
import { path } from './path.ts';
import { wrapped } from './read.ts';
import type { ContactAnswer } from './wire.ts';

/** Reads a contact. Fails with `not-found` when HighLevel does not know the id. */
export async function getContact(api: Api, contactId: string, call?: Call): Promise<Contact> {
  return readContact(wrapped<ContactAnswer>(await api.get(path`contacts/${contactId}`, call), 'contact'));
}

/**
 * Changes what is given of a contact and answers the contact as HighLevel then holds it. Fails with `rejected` when a value is
 * refused, or before sending when a field cannot be updated: `companyName` can be set by `createContact` alone.
 */
export async function updateContact(
  api: Api,
  contactId: string,
  changes: ContactChanges,
  call?: Call,
): Promise<Contact> {
  const request = { ...call, body: writeContact(changes) };
  return readContact(wrapped<ContactAnswer>(await api.put(path`contacts/${contactId}`, request), 'contact'));
}

/**
 * Makes a contact. Fails with `rejected` and `duplicateOf` where the location allows no duplicates and one has the e-mail or phone.
 * It is sent once, and HighLevel has been seen to answer 422 and still make the contact: look with `findDuplicate` before trying again.
 */
export async function createContact(
  api: Api,
  locationId: string,
  contact: NewContact,
  call?: Creation,
): Promise<Contact> {
  const request = { ...call, body: writeNewContact(locationId, contact) };
  return readContact(wrapped<ContactAnswer>(await api.post(path`contacts/`, request), 'contact'));
}

/** Deletes a contact with all that belongs to it. */
export async function deleteContact(api: Api, contactId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}`, call);
}
