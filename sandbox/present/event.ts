import type { AppointmentAnswer, WireCalendarEvent } from '../../highlevel/wire-calendars.ts';
import type { Call } from '../route.ts';
import type { EventRecord } from '../state.ts';
import { toOffsetText } from '../zone.ts';

const timesOf = (event: EventRecord, { place }: Call) => {
  const toText = (at: number) => toOffsetText(at, place.location.timezone);
  return { startTime: toText(event.startTime), endTime: toText(event.endTime) };
};

const datesOf = (event: EventRecord, { place }: Call) => ({
  dateAdded: toOffsetText(event.dateAdded, place.location.timezone),
  dateUpdated: toOffsetText(event.dateUpdated, place.location.timezone),
});

/** An appointment as calendars list it and as a read of one gives it. */
export function presentEvent(event: EventRecord, call: Call): WireCalendarEvent {
  const { id, address, title, calendarId, contactId, groupId, appointmentStatus, description, rrule } = event;
  return {
    ...{ id, address, title, calendarId, contactId, groupId, appointmentStatus },
    locationId: call.place.location.id,
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

/** What making and changing an appointment answers: flat, and without dates before v3. */
export function presentBooked(event: EventRecord, call: Call): AppointmentAnswer {
  const { id, calendarId, contactId, title, appointmentStatus, assignedUserId, address, rrule } = event;
  return {
    ...{ id, calendarId, contactId, title, appointmentStatus, assignedUserId, address },
    locationId: call.place.location.id,
    ...timesOf(event, call),
    meetingLocationType: event.meetingLocationType ?? 'custom',
    isRecurring: rrule !== undefined,
    ...(rrule && { rrule }),
    ...(call.version === 'v3' && datesOf(event, call)),
  };
}
