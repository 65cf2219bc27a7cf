import { fullName } from '../duplicates.ts';
import type { ContactRecord, EventRecord, NoteRecord, TaskRecord } from '../state.ts';

const toText = (at: number) => new Date(at).toISOString();

/** What a contact's webhooks carry: no `dateUpdated`, no list of changes, the birthday as an instant. */
export function presentContactEvent(contact: ContactRecord): Record<string, unknown> {
  const { id, address1, city, state, companyName, country, source, dnd, email, firstName, lastName } = contact;
  return {
    ...{ id, address1, city, state, companyName, country, source, dnd, email, firstName, lastName },
    name: fullName(contact),
    phone: contact.phone,
    postalCode: contact.postalCode,
    tags: contact.tags,
    website: contact.website,
    attachments: [],
    assignedTo: contact.assignedTo,
    customFields: contact.customFields,
    dateAdded: toText(contact.dateAdded),
    ...(contact.dateOfBirth && { dateOfBirth: `${contact.dateOfBirth}T00:00:00.000Z` }),
  };
}

export const presentTaskEvent = ({ completed, ...task }: TaskRecord): Record<string, unknown> => ({
  ...task,
  dateAdded: toText(task.dateAdded),
  dueDate: toText(task.dueDate),
});

/** A fixed list: neither author nor title (HighLevel's answer in its docs repository, issue 312). */
export const presentNoteEvent = ({ id, body, contactId, dateAdded }: NoteRecord): Record<string, unknown> => ({
  ...{ id, body, contactId },
  dateAdded: toText(dateAdded),
});

/** Appointments alone are nested. */
export const presentAppointmentEvent = (event: EventRecord): Record<string, unknown> => ({
  appointment: {
    id: event.id,
    address: event.address,
    title: event.title,
    calendarId: event.calendarId,
    contactId: event.contactId,
    groupId: event.groupId,
    appointmentStatus: event.appointmentStatus,
    assignedUserId: event.assignedUserId,
    users: [],
    notes: event.description,
    source: 'third_party',
    startTime: toText(event.startTime),
    endTime: toText(event.endTime),
    dateAdded: toText(event.dateAdded),
    dateUpdated: toText(event.dateUpdated),
  },
});
