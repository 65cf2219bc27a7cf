import type { Api, Call } from './client.ts';
import type { Contact, NewContact } from './contact.ts';
import { readContact, writeNewContact } from './contact-wire.ts';
import { path } from './path.ts';
import { flag, shape, written } from './read.ts';
import type { ContactUpsertedResponse, WireContactUpsert } from './wire.ts';

/**
 * Creates a contact, or updates the one that HighLevel considers a duplicate by the location's settings.
 *
 * Risks: a match by an additional e-mail replaces the primary e-mail; with two matches the second
 * address is silently dropped; the given tags replace all others. If the contact may exist, prefer `findDuplicate` and then
 * `updateContact` by id; in both cases compare with `ignoredFields` afterwards. The request is not retried.
 */
export async function upsertContact(
  api: Api,
  locationId: string,
  contact: NewContact & { allowDuplicate?: boolean },
  call?: Call,
): Promise<{ contact: Contact; isNew: boolean }> {
  const { allowDuplicate, ...wanted } = contact;
  const body: WireContactUpsert = {
    ...writeNewContact(locationId, wanted),
    ...(allowDuplicate && { createNewIfDuplicateAllowed: true }),
  };
  const response = await api.post(path`contacts/upsert`, { ...call, body });
  const { new: isNew } = shape<ContactUpsertedResponse>(response);
  return { contact: readContact(written<ContactUpsertedResponse>(response, 'contact')), isNew: flag(isNew) };
}

/** Fields that are read as they were written; a phone is compared by its digits, because HighLevel stores it as E.164. */
const comparable = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'companyName',
  'website',
  'source',
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'timezone',
  'dateOfBirth',
  'assignee',
] as const satisfies readonly (keyof NewContact & keyof Contact)[];

/** The fields whose value in the contact differs from the wanted one; HighLevel silently ignores some fields. */
export function ignoredFields(wanted: NewContact, contact: Contact): (typeof comparable)[number][] {
  return comparable.filter((field) => {
    const value = wanted[field];
    return value !== undefined && !isSame(field, value ?? '', contact[field]);
  });
}

function isSame(field: string, wanted: string, kept: string): boolean {
  if (field === 'phone' && wanted) {
    const digits = wanted.replace(/\D/g, '').replace(/^0+/, '');
    return digits !== '' && kept.replace(/\D/g, '').endsWith(digits);
  }
  const caseless = field === 'email' || field === 'name';
  return caseless ? wanted.toLowerCase() === kept.toLowerCase() : wanted === kept;
}
