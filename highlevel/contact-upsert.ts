import type { Api, Call } from './client.ts';
import type { Contact, NewContact } from './contact.ts';
import { readContact, writeNewContact } from './contact-wire.ts';
import { path } from './path.ts';
import { flag, shape, wrapped } from './read.ts';
import type { ContactUpsertedAnswer, WireContactUpsert } from './wire.ts';

/**
 * Makes a contact, or changes the one that HighLevel takes for the same, as the location's setting on duplicates says.
 *
 * It is dangerous on its own: matched by an additional e-mail it replaces the main one, with two matches it drops the second
 * address without a word, and its tags replace all others. Where a contact may exist, prefer `findDuplicate`, then
 * `updateContact` by id; either way compare with `unheeded` afterwards. It is sent once.
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
  const answer = await api.post(path`contacts/upsert`, { ...call, body });
  const { new: isNew } = shape<ContactUpsertedAnswer>(answer);
  return { contact: readContact(wrapped<ContactUpsertedAnswer>(answer, 'contact')), isNew: flag(isNew) };
}

/** Fields that read back as they were written; a phone is compared by its digits, because HighLevel writes it as E.164. */
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

/** Names the wanted fields that a contact does not have as wanted: HighLevel drops some without a word. */
export function unheeded(wanted: NewContact, contact: Contact): (typeof comparable)[number][] {
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
