import type { Api, Call, Creation } from './client.ts';
import { readContact, writeContact, writeNewContact } from './contact-wire.ts';
import type { CustomFieldInput } from './custom-fields.ts';
import { path } from './path.ts';
import { wrapped } from './read.ts';
import type { ContactAnswer } from './wire.ts';

/** A channel that a contact may have switched off. */
export type DndChannel = 'call' | 'email' | 'sms' | 'whatsApp' | 'gmb' | 'fb';

/** `permanent` was set by a carrier or by law: HighLevel refuses to change it. */
export type DndStatus = 'active' | 'inactive' | 'permanent';

/** Where a contact came from, as HighLevel noted it. Absent parts are `''`. */
export interface Attribution {
  url: string;
  referrer: string;
  campaign: string;
  medium: string;
  source: string;
}

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
  /** What the contact sends is blocked as well. */
  inboundDnd: boolean;
  /** By custom field id; the raw value until a definition gives it a type. */
  customFields: Readonly<Record<string, unknown>>;
  /** The first visit that led to the contact, and the latest; `null` where HighLevel tells none. */
  attribution: Attribution | null;
  lastAttribution: Attribution | null;
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
