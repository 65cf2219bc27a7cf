import type { WireAppointmentUpdate, WireCalendar } from '../../highlevel/wire-calendars.ts';
import { appointmentCreate, appointmentUpdate, refuseNewStatuses } from '../appointment-dto.ts';
import { contactById } from '../contact-access.ts';
import { badRequest, forbidden, unknownId, unprocessable } from '../errors.ts';
import { presentBooked, presentEvent } from '../present/event.ts';
import { presentAppointmentEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import { freeSlots, slotLength } from '../slots.ts';
import type { EventRecord } from '../state.ts';

const many = '/calendars/events/appointments';
const one = `${many}/:eventId`;

export const calendarAppointmentRoutes: Route[] = [
  { method: 'POST', path: many, scope: 'calendars/events.write', handle: createAppointment },
  { method: 'PUT', path: one, scope: 'calendars/events.write', handle: updateAppointment },
  { method: 'GET', path: one, scope: 'calendars/events.readonly', handle: getAppointment },
  {
    method: 'DELETE',
    path: '/calendars/events/:eventId',
    scope: 'calendars/events.write',
    status: 201,
    handle: remove,
  },
];

/** HighLevel responds 200 here, not 201. */
function createAppointment(call: Call) {
  const input = call.accept(appointmentCreate);
  refuseNewStatuses(call, input);
  const calendar = calendarOf(call, input.calendarId);
  const contact = contactById(call, input.contactId);
  const needsUser = calendar.calendarType === 'round_robin' || calendar.calendarType === 'personal';
  if (needsUser && !input.assignedUserId) {
    throw unprocessable('A team member needs to be selected. assignedUserId is missing');
  }
  const startTime = Date.parse(input.startTime);
  refuseTakenSlot(call, calendar, input, startTime);
  const event = call.location.events.put({
    id: call.state.random.id(),
    contactId: contact.id,
    calendarId: calendar.id,
    title: input.title ?? [contact.firstName, contact.lastName].filter(Boolean).join(' '),
    appointmentStatus: input.appointmentStatus ?? (calendar.autoConfirm ? 'confirmed' : 'new'),
    assignedUserId: input.assignedUserId ?? calendar.teamMembers?.[0]?.userId,
    address: input.address ?? '',
    description: input.description ?? '',
    meetingLocationType: input.meetingLocationType,
    rrule: input.rrule,
    groupId: calendar.groupId ?? '',
    startTime,
    endTime: input.endTime ? Date.parse(input.endTime) : startTime + slotLength(calendar),
    dateAdded: call.now,
    dateUpdated: call.now,
  });
  call.emit('AppointmentCreate', presentAppointmentEvent(event));
  return presentBooked(event, call);
}

function updateAppointment(call: Call) {
  const before = eventOf(call);
  const input = call.accept(appointmentUpdate);
  refuseNewStatuses(call, input);
  const calendar = calendarOf(call, input.calendarId ?? before.calendarId);
  const startTime = input.startTime ? Date.parse(input.startTime) : before.startTime;
  if (startTime !== before.startTime || calendar.id !== before.calendarId) {
    refuseTakenSlot(call, calendar, { assignedUserId: before.assignedUserId, ...input }, startTime, before.id);
  }
  const event = call.location.events.put({
    ...before,
    calendarId: calendar.id,
    title: input.title ?? before.title,
    appointmentStatus: input.appointmentStatus ?? before.appointmentStatus,
    assignedUserId: input.assignedUserId ?? before.assignedUserId,
    address: input.address ?? before.address,
    description: input.description ?? before.description,
    meetingLocationType: input.meetingLocationType ?? before.meetingLocationType,
    rrule: input.rrule ?? before.rrule,
    startTime,
    // A moved appointment keeps its length.
    endTime: input.endTime ? Date.parse(input.endTime) : startTime + before.endTime - before.startTime,
    dateUpdated: call.now,
  });
  call.emit('AppointmentUpdate', presentAppointmentEvent(event));
  return presentBooked(event, call);
}

/** `ownId`: the appointment that is moved does not stand in its own way. */
function refuseTakenSlot(
  call: Call,
  calendar: WireCalendar,
  input: WireAppointmentUpdate,
  startTime: number,
  ownId?: string,
) {
  if (input.ignoreFreeSlotValidation) return;
  const isTooEarly = startTime < call.now && !input.ignoreDateRange;
  const userIds = input.assignedUserId ? [input.assignedUserId] : undefined;
  const free = freeSlots(call.location, calendar, { from: startTime, to: startTime + 1, userIds, ownId });
  if (isTooEarly || free.length === 0) throw badRequest('The slot you have selected is no longer available.');
}

export function calendarOf(call: Call, id = call.param('calendarId')): WireCalendar {
  const calendar = call.location.calendars.get(id);
  if (calendar) return calendar;
  for (const location of call.state.locations.values()) if (location.calendars.has(id)) throw forbidden();
  throw unknownId('Calendar', id);
}

/** The appointment that the path names. */
export function eventOf(call: Call, name = 'eventId'): EventRecord {
  const id = call.param(name);
  const event = call.location.events.get(id);
  if (event) return event;
  for (const location of call.state.locations.values()) if (location.events.get(id)) throw forbidden();
  throw unknownId('Appointment', id);
}

function getAppointment(call: Call) {
  return { [call.quirks.appointmentWrapper]: presentEvent(eventOf(call), call) };
}

/** The only delete that spells `succeeded` correctly, with status 201. */
function remove(call: Call) {
  if (call.location.blockedSlots.delete(call.param('eventId'))) return { succeeded: true };
  const event = eventOf(call);
  call.location.events.remove(event.id);
  call.location.appointmentNotes.removeOf(event.id);
  call.emit('AppointmentDelete', presentAppointmentEvent(event));
  return { succeeded: true };
}
