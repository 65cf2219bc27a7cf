import { forbidden, unknownId, unprocessable } from './errors.ts';
import type { Call } from './route.ts';
import type { ContactRecord } from './state.ts';

/** The contact that the path names: 403 when it belongs to another location, 400 when it does not exist. */
export function contactOf(call: Call, name = 'contactId'): ContactRecord {
  return contactById(call, call.param(name));
}

export function contactById(call: Call, id: string): ContactRecord {
  const contact = call.location.contacts.get(id);
  if (contact) return contact;
  for (const location of call.state.locations.values()) if (location.contacts.has(id)) throw forbidden();
  throw unknownId('Contact', id);
}

/** Stores the new state of a contact, and the previous one for the lagging search index. */
export function saveContact(call: Call, after: ContactRecord): ContactRecord {
  call.remember(after.id, call.location.contacts.get(after.id));
  call.location.contacts.set(after.id, after);
  return after;
}

/** Reads a query parameter as a whole number; refuses any other value and any number out of range. */
export function wholeNumber(call: Call, name: string, fallback: number, limit = Number.MAX_SAFE_INTEGER): number {
  const given = call.query.get(name);
  if (given === null || given === '') return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0) {
    throw unprocessable([`${name} must be a number conforming to the specified constraints`]);
  }
  if (value > limit) throw unprocessable([`${name} must not be greater than ${limit}`]);
  return value;
}
