import type { WireContactCreate } from '../../highlevel/wire.ts';
import { contactOf, saveContact } from '../contact-access.ts';
import { applyChanges, blankContact } from '../contact-changes.ts';
import { contactCreate, contactUpdate, contactUpdateWithCompany } from '../contact-dto.ts';
import { duplicate, findMatch } from '../duplicates.ts';
import { unprocessable } from '../errors.ts';
import { normalisePhone } from '../phone.ts';
import { presentContact, presentCreated } from '../present/contact.ts';
import { presentContactEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import type { ContactRecord } from '../state.ts';

export const contactRoutes: Route[] = [
  {
    method: 'GET',
    path: '/contacts/:contactId',
    scope: 'contacts.readonly',
    handle: (call) => ({ contact: presentContact(contactOf(call), call) }),
  },
  { method: 'POST', path: '/contacts', scope: 'contacts.write', status: 201, handle: createContact },
  { method: 'PUT', path: '/contacts/:contactId', scope: 'contacts.write', handle: updateContact },
  { method: 'DELETE', path: '/contacts/:contactId', scope: 'contacts.write', handle: deleteContact },
  {
    method: 'GET',
    path: '/contacts/search/duplicate',
    scope: 'contacts.readonly',
    handle: findDuplicate,
  },
];

function createContact(call: Call) {
  const input = call.accept(contactCreate);
  const made = makeContact(call, input);
  // Reported, without an explanation: HighLevel refused a create that it had carried out (docs repository, issue 64).
  if (call.quirks.refusedCreateStillCreates) throw unprocessable(['Unprocessable Entity']);
  return { contact: call.version === 'v3' ? presentContact(made, call) : presentCreated(made, call) };
}

/** Creates a contact; refuses one without name, e-mail and phone, and a duplicate unless the location allows duplicates. */
export function makeContact(call: Call, input: WireContactCreate): ContactRecord {
  if (!input.email && !input.phone && !input.name && !input.firstName && !input.lastName) {
    throw unprocessable(['email must be an email', 'phone must be a valid phone number']);
  }
  const after = applyChanges(blankContact(call), input, call);
  refuseDuplicate(call, after);
  const made = saveContact(call, after);
  call.emit('ContactCreate', presentContactEvent(made));
  return made;
}

function refuseDuplicate(call: Call, contact: ContactRecord) {
  if (call.location.details.settings?.allowDuplicateContact) return;
  const match = findMatch(call.location, contact, contact.id);
  if (match) throw duplicate(match);
}

function updateContact(call: Call) {
  const before = contactOf(call);
  const input = call.accept(call.quirks.companyNameUpdatable ? contactUpdateWithCompany : contactUpdate);
  const after = applyChanges(before, input, call);
  const identified = { ...after, email: input.email, phone: input.phone && after.phone };
  if (input.email || input.phone) refuseDuplicate(call, identified);
  saveContact(call, after);
  call.emit('ContactUpdate', presentContactEvent(after));
  if (input.tags) call.emit('ContactTagUpdate', presentContactEvent(after));
  const reportsInbound = input.inboundDndSettings && !call.quirks.inboundDndSilent;
  if (input.dnd !== undefined || input.dndSettings || reportsInbound) {
    call.emit('ContactDndUpdate', { ...presentContactEvent(after), dndSettings: after.dndSettings });
  }
  const contact = presentContact(after, call);
  return call.version === 'v3' ? { succeeded: true, contact } : { succeded: true, contact };
}

function deleteContact(call: Call) {
  const { location } = call;
  const contact = contactOf(call);
  call.remember(contact.id, contact);
  location.contacts.delete(contact.id);
  for (const records of [location.tasks, location.notes, location.events]) records.removeOf(contact.id);
  call.emit('ContactDelete', presentContactEvent(contact));
  return succeeded(call);
}

function findDuplicate(call: Call) {
  if (!call.query.get('locationId'))
    throw unprocessable(['locationId must be a string', 'locationId should not be empty']);
  const email = call.query.get('email');
  // A plus sign that the client did not encode arrives as a space.
  const number = call.query.get('number')?.trim();
  if (!email && !number) throw unprocessable(['Either number or email is required']);
  const phone =
    number && normalisePhone(/^\d{11,}$/.test(number) ? `+${number}` : number, call.location.details.country);
  const match = findMatch(call.location, { email, phone });
  return { contact: match ? presentContact(match.contact, call) : null };
}

/** The response to a delete; v3 has the correct spelling in addition to the old one. */
export const succeeded = (call: Call) =>
  call.version === 'v3' ? { succeeded: true, succeded: true } : { succeded: true };
