import type { WireContactEvent } from '../../highlevel/wire-calendars.ts';
import { contactOf } from '../contact-access.ts';
import type { Call, Route } from '../route.ts';
import type { EventRecord } from '../state.ts';
import { toOffsetText, toZonelessText } from '../zone.ts';

export const contactAppointmentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/contacts/:contactId/appointments',
    scope: 'contacts.readonly',
    handle: (call) => ({
      events: call.location.events.of(contactOf(call).id).map((event) => presentContactAppointment(event, call)),
    }),
  },
];

function presentContactAppointment(event: EventRecord, { location, quirks }: Call): WireContactEvent {
  const toText = quirks.appointmentTimes === 'zone-less' ? toZonelessText : toOffsetText;
  const { timezone } = location.details;
  return {
    id: event.id,
    calendarId: event.calendarId,
    status: event.appointmentStatus === 'cancelled' ? 'cancelled' : 'booked',
    title: event.title,
    assignedUserId: event.assignedUserId,
    notes: event.description,
    startTime: toText(event.startTime, timezone),
    endTime: toText(event.endTime, timezone),
    address: event.address,
    locationId: location.details.id,
    contactId: event.contactId,
    groupId: event.groupId,
    appointmentStatus: event.appointmentStatus,
    users: event.assignedUserId ? [event.assignedUserId] : [],
    dateAdded: new Date(event.dateAdded).toISOString(),
    dateUpdated: new Date(event.dateUpdated).toISOString(),
    assignedResources: [],
  };
}
