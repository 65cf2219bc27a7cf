import type { WireContactUpsert } from '../../highlevel/wire.ts';
import { saveContact } from '../contact-access.ts';
import { applyChanges } from '../contact-changes.ts';
import { contactUpsert } from '../contact-dto.ts';
import { duplicate, findMatch, type Match } from '../duplicates.ts';
import { normalisePhone } from '../phone.ts';
import { presentContact } from '../present/contact.ts';
import { presentContactEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import type { ContactRecord } from '../state.ts';
import { makeContact } from './contacts.ts';

export const upsertRoutes: Route[] = [
  { method: 'POST', path: '/contacts/upsert', scope: 'contacts.write', handle: upsertContact },
];

function upsertContact(call: Call) {
  const { createNewIfDuplicateAllowed, ...input } = call.accept(contactUpsert);
  const { location } = call;
  const allowsDuplicates = location.details.settings?.allowDuplicateContact === true;
  const match = allowsDuplicates && createNewIfDuplicateAllowed ? undefined : matchOf(call, input);
  const contact = match ? updateMatch(call, match, input) : makeContact(call, input);
  return { new: match === undefined, contact: presentContact(contact, call) };
}

/** Matches by the location's preferred field, and by the other field when that finds no contact. */
function matchOf({ location }: Call, { email, phone }: WireContactUpsert): Match | undefined {
  const whole = phone && normalisePhone(phone, location.details.country);
  const byEmail = () => (email ? findMatch(location, { email }) : undefined);
  const byPhone = () => (whole ? findMatch(location, { phone: whole }) : undefined);
  return location.duplicatePriority === 'email' ? (byEmail() ?? byPhone()) : (byPhone() ?? byEmail());
}

function updateMatch(call: Call, { contact }: Match, input: WireContactUpsert): ContactRecord {
  const { location, quirks } = call;
  const { locationId, ...changes } = input;
  const after = applyChanges(contact, changes, call);
  if (input.email && !sameText(input.email, contact.email)) {
    const isAdditional = contact.additionalEmails.some((email) => sameText(email, input.email));
    if (isAdditional && !quirks.upsertReplacesPrimaryEmail) after.email = contact.email;
    // The old primary address is removed: it does not become an additional one (docs repository, issue 337).
    else if (isAdditional)
      after.additionalEmails = after.additionalEmails.filter((email) => !sameText(email, input.email));
    else if (isTaken(call, contact, { email: after.email })) after.email = contact.email;
  }
  if (after.phone !== contact.phone && isTaken(call, contact, { phone: after.phone })) {
    const other = findMatch(location, { phone: after.phone }, contact.id);
    if (!quirks.upsertDropsTakenPhone && other) throw duplicate(other);
    after.phone = contact.phone;
  }
  saveContact(call, after);
  call.emit('ContactUpdate', presentContactEvent(after));
  return after;
}

const isTaken = ({ location }: Call, { id }: ContactRecord, field: Parameters<typeof findMatch>[1]) =>
  !location.details.settings?.allowDuplicateContact && findMatch(location, field, id) !== undefined;

const sameText = (one?: string | null, other?: string | null) => one?.toLowerCase() === other?.toLowerCase();
