import type { Contact, NewContact } from '../highlevel/contact.ts';
import type { Values } from '../sync/cells.ts';
import { sameEmail } from '../sync/kinds/email.ts';
import { samePhone } from '../sync/kinds/phone.ts';
import type { FieldRef } from '../sync/refs.ts';

/** A contact that is to be created for a row. */
export interface ContactDraft {
  contact: NewContact;
  /** The business that it is to belong to, or `''`: HighLevel takes that only for an existing contact. */
  businessId: string;
}

/** By what HighLevel knows a contact. */
export const addressesOf = ({ email, phone }: NewContact) => ({ email: email ?? '', phone: phone ?? '' });
/** What people call it. */
export const nameOf = ({ name, firstName, lastName, email, phone }: NewContact) =>
  name || [firstName, lastName].filter(Boolean).join(' ') || email || phone || '';
/** A contact as one entry of the log. */
export const summary = (wanted: NewContact) => [nameOf(wanted), wanted.email, wanted.phone].filter(Boolean).join('\n');

/** Has a contact all by which HighLevel would know the wanted one? */
export function isLike(contact: Contact, { email, phone }: NewContact): boolean {
  return (!email || sameEmail(contact.email, email)) && (!phone || samePhone(contact.phone, phone));
}

const marks: readonly FieldRef[] = ['email', 'phone', 'name', 'firstName', 'lastName'];

/**
 * Is it still the row that a contact is created for, though some of its cells may have been changed? Grist gives the number of a
 * deleted last row to the next one. `cells`: in the terms of their column.
 */
export const isRowOf = (target: { rowId: number; cells: Values }, row: { rowId: number; cells: Values }): boolean =>
  target.rowId === row.rowId && marks.some((field) => target.cells[field] && target.cells[field] === row.cells[field]);
