import { badRequest, type Refusal } from './errors.ts';
import type { ContactRecord, LocationData } from './state.ts';

export interface Match {
  contact: ContactRecord;
  matchingField: 'email' | 'phone';
}

/** A contact with this e-mail, or else with this phone, including additional addresses and numbers. */
export function findMatch(
  location: LocationData,
  { email, phone }: { email?: string | null; phone?: string | null },
  except?: string,
): Match | undefined {
  const wanted = email?.toLowerCase();
  let byPhone: ContactRecord | undefined;
  for (const contact of location.contacts.values()) {
    if (contact.id === except) continue;
    if (wanted && emailsOf(contact).includes(wanted)) return { contact, matchingField: 'email' };
    if (phone && !byPhone && (contact.phone === phone || contact.additionalPhones.includes(phone))) byPhone = contact;
  }
  return byPhone && { contact: byPhone, matchingField: 'phone' };
}

const emailsOf = (contact: ContactRecord) =>
  [contact.email ?? '', ...contact.additionalEmails].map((email) => email.toLowerCase());

export const duplicate = ({ contact, matchingField }: Match): Refusal =>
  badRequest('This location does not allow duplicated contacts.', {
    meta: { contactId: contact.id, contactName: fullName(contact), matchingField },
  });

export const fullName = ({ firstName, lastName }: Pick<ContactRecord, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');
