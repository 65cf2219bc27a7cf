import type { AppointmentResponse, WireCalendarEvent } from '../../highlevel/wire-calendars.ts';
import type { Call } from '../route.ts';
import type { EventRecord } from '../state.ts';
import { toOffsetText } from '../zone.ts';

const timesOf = (event: EventRecord, { location }: Call) => {
  const toText = (at: number) => toOffsetText(at, location.details.timezone);
  return { startTime: toText(event.startTime), endTime: toText(event.endTime) };
};

const datesOf = (event: EventRecord, { location }: Call) => ({
  dateAdded: toOffsetText(event.dateAdded, location.details.timezone),
  dateUpdated: toOffsetText(event.dateUpdated, location.details.timezone),
});

/** An appointment in the lists of calendars and in the read of a single one. */
export function presentEvent(event: EventRecord, call: Call): WireCalendarEvent {
  const { id, address, title, calendarId, contactId, groupId, appointmentStatus, description, rrule } = event;
  return {
    id,
    address,
    title,
    calendarId,
    contactId,
    groupId,
    appointmentStatus,
    locationId: call.location.details.id,
    assignedUserId: event.assignedUserId ?? '',
    users: event.assignedUserId ? [event.assignedUserId] : [],
    notes: description,
    description,
    isRecurring: rrule !== undefined,
    ...(rrule && { rrule }),
    ...timesOf(event, call),
    ...datesOf(event, call),
    assignedResources: [],
    createdBy: { userId: event.assignedUserId ?? '', source: 'third_party' },
    ...(call.version === 'v3' && { deleted: false }),
  };
}

/** The response to creating or changing an appointment: flat, and without dates before v3. */
export function presentBooked(event: EventRecord, call: Call): AppointmentResponse {
  const { id, calendarId, contactId, title, appointmentStatus, assignedUserId, address, rrule } = event;
  return {
    id,
    calendarId,
    contactId,
    title,
    appointmentStatus,
    assignedUserId,
    address,
    locationId: call.location.details.id,
    ...timesOf(event, call),
    meetingLocationType: event.meetingLocationType ?? 'custom',
    isRecurring: rrule !== undefined,
    ...(rrule && { rrule }),
    ...(call.version === 'v3' && datesOf(event, call)),
  };
}
