import type { Api, Call } from './client.ts';
import { readContact, writeContact, writeNewContact } from './contact-wire.ts';
import type { CustomFieldInput } from './custom-fields.ts';
import { pagesByCursor } from './pages.ts';
import { path } from './path.ts';
import { list, shape, wrapped } from './read.ts';
import type {
  ContactAnswer,
  ContactDuplicateAnswer,
  ContactSearchAnswer,
  WireContactSearch,
  WireFoundContact,
  WireSearchFilter,
} from './wire.ts';

/** A channel that a contact may have switched off. */
export type DndChannel = 'call' | 'email' | 'sms' | 'whatsApp' | 'gmb' | 'fb';

/** `permanent` was set by a carrier or by law: HighLevel refuses to change it. */
export type DndStatus = 'active' | 'inactive' | 'permanent';

/** A contact as the panel knows it: absent and empty wire values alike are `''`, `[]` or `null`. */
export interface Contact {
  id: string;
  locationId: string;
  /** Full name as HighLevel joins it. */
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  /** E.164, e.g. `+18832327657`. */
  phone: string;
  additionalEmails: readonly string[];
  additionalPhones: readonly string[];
  companyName: string;
  businessId: string;
  website: string;
  source: string;
  type: string;
  address1: string;
  city: string;
  state: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** IANA name. */
  timezone: string;
  /** `YYYY-MM-DD`, or `''`. A calendar day, never an instant. */
  dateOfBirth: string;
  /** User id of the assignee. */
  assignee: string;
  tags: readonly string[];
  followers: readonly string[];
  dnd: boolean;
  dndSettings: Partial<Record<DndChannel, DndStatus>>;
  /** By custom field id; the raw value until a definition gives it a type. */
  customFields: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  dateUpdated: number | null;
  lastActivity: number | null;
}

/** What a person may change of a contact. An absent key leaves the field as it is; `null` or `''` clears it. */
export interface ContactChanges {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  source?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  /** HighLevel's update takes no `null` for it. */
  postalCode?: string;
  /** HighLevel's update takes no `null` for it. */
  country?: string;
  timezone?: string | null;
  /** `YYYY-MM-DD` */
  dateOfBirth?: string | null;
  /** User id. */
  assignee?: string | null;
  dnd?: boolean;
  /** Channels to change; HighLevel refuses to change one that is `permanent`. */
  dndSettings?: Partial<Record<DndChannel, 'active' | 'inactive'>>;
  /** Fields to change, as `writeCustomField` makes them. */
  customFields?: readonly CustomFieldInput[];
}

/** Some fields can be said only when a contact is made. HighLevel has been seen to drop the gender without a word. */
export interface NewContact extends ContactChanges {
  companyName?: string | null;
  gender?: string;
  tags?: readonly string[];
}

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
export async function createContact(api: Api, locationId: string, contact: NewContact, call?: Call): Promise<Contact> {
  const request = { ...call, body: writeNewContact(locationId, contact) };
  return readContact(wrapped<ContactAnswer>(await api.post(path`contacts/`, request), 'contact'));
}

/** Deletes a contact with all that belongs to it. */
export async function deleteContact(api: Api, contactId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}`, call);
}

export interface ContactSearch {
  locationId: string;
  /** Words to look for in name, e-mail, phone and company; HighLevel takes 75 characters. */
  query?: string;
  filters?: readonly WireSearchFilter[];
  sort?: readonly { field: string; direction: 'asc' | 'desc' }[];
  /** Contacts fetched at a time, at most 500. */
  pageSize?: number;
}

/**
 * Gives the contacts that match, each once, and fetches as it goes: stop early to fetch less. HighLevel's index is a few seconds
 * behind its contacts.
 */
export function searchContacts(api: Api, search: ContactSearch, call?: Call): AsyncGenerator<Contact> {
  const { pageSize = 100, ...wanted } = search;
  return pagesByCursor(async (searchAfter) => {
    const body = writeSearch(wanted, pageSize, searchAfter);
    const answer = shape<ContactSearchAnswer>(await api.post(path`contacts/search`, { ...call, body, effect: 'none' }));
    const found = list(answer.contacts);
    const { searchAfter: cursor } = shape<WireFoundContact>(found.at(-1));
    return { items: found.map(readContact), next: found.length < pageSize ? null : list(cursor) };
  });
}

/** Finds the contact that has this e-mail or phone, or `null`. */
export async function findDuplicate(
  api: Api,
  { locationId, email, phone }: { locationId: string; email?: string; phone?: string },
  call?: Call,
): Promise<Contact | null> {
  const query = { locationId, email: email || undefined, number: phone || undefined };
  const answer = shape<ContactDuplicateAnswer>(await api.get(path`contacts/search/duplicate`, { ...call, query }));
  const contact = readContact(answer.contact);
  return contact.id ? contact : null;
}

function writeSearch(
  { locationId, query, filters, sort }: Omit<ContactSearch, 'pageSize'>,
  pageLimit: number,
  searchAfter: readonly unknown[] | null,
): WireContactSearch {
  return {
    locationId,
    pageLimit,
    ...(query && { query: query.slice(0, 75) }),
    ...(filters && { filters: [...filters] }),
    ...(sort && { sort: [...sort] }),
    // Without a first cursor HighLevel counts pages, and gives cursors all the same.
    ...(searchAfter ? { searchAfter: [...searchAfter] } : { page: 1 }),
  };
}
