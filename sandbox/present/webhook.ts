import { fullName } from '../duplicates.ts';
import type { ContactRecord, EventRecord, NoteRecord, TaskRecord } from '../state.ts';

const toText = (at: number) => new Date(at).toISOString();

/** The payload of a contact's webhooks: no `dateUpdated`, no list of changes, the birthday as an instant. */
export function presentContactEvent(contact: ContactRecord): Record<string, unknown> {
  return {
    id: contact.id,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    companyName: contact.companyName,
    country: contact.country,
    source: contact.source,
    dnd: contact.dnd,
    email: contact.email,
    firstName: contact.firstName,
    lastName: contact.lastName,
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

/** The payload has neither author nor title (HighLevel's reply in its docs repository, issue 312). */
export const presentNoteEvent = ({ id, body, contactId, dateAdded }: NoteRecord): Record<string, unknown> => ({
  id,
  body,
  contactId,
  dateAdded: toText(dateAdded),
});

/** Unlike the other payloads, an appointment is nested. */
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
