import { createShelf } from './collection.ts';
import type { Place } from './state.ts';

/** A location with nothing in it. */
export function createPlace(location: Place['location']): Place {
  return {
    location,
    duplicatePriority: 'email',
    contacts: new Map(),
    tasks: createShelf((task) => task.contactId),
    notes: createShelf((note) => note.contactId),
    events: createShelf((event) => event.contactId),
    appointmentNotes: createShelf((note) => note.eventId),
    blockedSlots: new Map(),
    tags: new Map(),
    businesses: new Map(),
    customFields: new Map(),
    calendars: new Map(),
    groups: new Map(),
  };
}
