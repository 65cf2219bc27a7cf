import { forbidden, unknownId, unprocessable } from './errors.ts';
import type { Call } from './route.ts';
import type { ContactRecord } from './state.ts';

/** The contact that the path names: 403 when it lives in another location, 400 when nobody knows it. */
export function contactOf(call: Call, name = 'contactId'): ContactRecord {
  return contactById(call, call.param(name));
}

export function contactById(call: Call, id: string): ContactRecord {
  const contact = call.place.contacts.get(id);
  if (contact) return contact;
  for (const place of call.state.places.values()) if (place.contacts.has(id)) throw forbidden();
  throw unknownId('Contact', id);
}

/** Keeps a new state of a contact, and what search still shows of the one before. */
export function keepContact(call: Call, after: ContactRecord): ContactRecord {
  call.remember(after.id, call.place.contacts.get(after.id));
  call.place.contacts.set(after.id, after);
  return after;
}

/** Query parameters come as text; refuses what is not a whole number in the range. */
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
