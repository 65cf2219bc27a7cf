import { createCollection } from './collection.ts';
import type { LocationData } from './state.ts';

/** A location without records. */
export function createLocation(details: LocationData['details']): LocationData {
  return {
    details,
    duplicatePriority: 'email',
    contacts: new Map(),
    tasks: createCollection((task) => task.contactId),
    notes: createCollection((note) => note.contactId),
    events: createCollection((event) => event.contactId),
    appointmentNotes: createCollection((note) => note.eventId),
    blockedSlots: new Map(),
    tags: new Map(),
    businesses: new Map(),
    customFields: new Map(),
    calendars: new Map(),
    groups: new Map(),
  };
}
