import type { WireBlockedSlot, WireCalendarEvent } from '../../highlevel/wire-calendars.ts';
import { dto, filled, instant, optional, required, text } from '../dto.ts';
import { forbidden, unknownId, unprocessable } from '../errors.ts';
import { presentEvent } from '../present/event.ts';
import type { Call, Route } from '../route.ts';
import type { BlockedSlotRecord } from '../state.ts';
import { toOffsetText } from '../zone.ts';
import { calendarOf } from './calendar-appointments.ts';

const blocks = '/calendars/events/block-slots';

export const calendarEventRoutes: Route[] = [
  { method: 'GET', path: '/calendars/events', scope: 'calendars/events.readonly', handle: listEvents },
  { method: 'GET', path: '/calendars/blocked-slots', scope: 'calendars/events.readonly', handle: listBlocked },
  { method: 'POST', path: blocks, scope: 'calendars/events.write', status: 201, handle: blockSlot },
  { method: 'PUT', path: `${blocks}/:eventId`, scope: 'calendars/events.write', status: 201, handle: moveBlock },
];

interface Window {
  startTime: number;
  endTime: number;
  calendarId?: string;
  assignedUserId?: string;
  groupId?: string;
}

/** Matches entries that overlap the requested time and belong to the requested user, calendar or group; one must be named. */
function inWindow({ query }: Call): (entry: Window) => boolean {
  if (!query.get('locationId')) throw forbidden();
  const [from, to] = ['startTime', 'endTime'].map((name) => {
    const value = query.get(name) ?? '';
    if (!/^\d{10,}$/.test(value)) throw unprocessable([`${name} must be a number string`]);
    return Number(value);
  }) as [number, number];
  const userId = query.get('userId');
  const calendarId = query.get('calendarId');
  const groupId = query.get('groupId');
  if (!userId && !calendarId && !groupId) throw unprocessable('Either of userId, calendarId or groupId is required');
  return (entry) =>
    entry.startTime < to &&
    entry.endTime > from &&
    (!userId || entry.assignedUserId === userId) &&
    (!calendarId || entry.calendarId === calendarId) &&
    (!groupId || entry.groupId === groupId);
}

function listEvents(call: Call) {
  const found = [...call.location.events.all()].filter(inWindow(call));
  found.sort((one, other) => one.startTime - other.startTime);
  return { events: found.map((event) => presentEvent(event, call)) };
}

function listBlocked(call: Call) {
  const groupOf = (id?: string) => call.location.calendars.get(id ?? '')?.groupId;
  const matches = inWindow(call);
  const found = [...call.location.blockedSlots.values()].filter((slot) =>
    matches({ ...slot, groupId: groupOf(slot.calendarId) }),
  );
  return { events: found.map((slot) => presentBlockedEvent(slot, call)) };
}

type BlockInput = Partial<Omit<WireBlockedSlot, 'id'>>;

const input = dto<BlockInput>({
  title: optional(text),
  calendarId: required(text, filled),
  assignedUserId: optional(text),
  locationId: required(text, filled),
  startTime: optional(instant),
  endTime: optional(instant),
});

function blockSlot(call: Call) {
  return saveBlock(call, {
    id: call.state.random.id(),
    title: '',
    startTime: call.now,
    endTime: call.now,
    dateAdded: call.now,
  });
}

function moveBlock(call: Call) {
  const before = call.location.blockedSlots.get(call.param('eventId'));
  if (!before) throw unknownId('Event', call.param('eventId'));
  return saveBlock(call, before);
}

function saveBlock(call: Call, before: Omit<BlockedSlotRecord, 'locationId'>) {
  const { startTime, endTime, calendarId = '', ...given } = call.accept(input);
  const slot: BlockedSlotRecord = {
    ...before,
    ...given,
    locationId: call.location.details.id,
    calendarId: calendarOf(call, calendarId).id,
    startTime: startTime ? Date.parse(startTime) : before.startTime,
    endTime: endTime ? Date.parse(endTime) : before.endTime,
  };
  if (slot.endTime < slot.startTime) throw unprocessable(['endTime must be after startTime']);
  call.location.blockedSlots.set(slot.id, slot);
  return presentBlock(slot, call);
}

function presentBlock(slot: BlockedSlotRecord, { location }: Call): WireBlockedSlot {
  const { timezone } = location.details;
  const { dateAdded, ...shown } = slot;
  return {
    ...shown,
    startTime: toOffsetText(slot.startTime, timezone),
    endTime: toOffsetText(slot.endTime, timezone),
  };
}

/** A blocked slot in the shape of an event without a contact. */
function presentBlockedEvent(slot: BlockedSlotRecord, call: Call): WireCalendarEvent {
  return {
    ...presentBlock(slot, call),
    calendarId: slot.calendarId ?? '',
    contactId: '',
    groupId: call.location.calendars.get(slot.calendarId ?? '')?.groupId ?? '',
    appointmentStatus: '',
    assignedUserId: slot.assignedUserId ?? '',
    users: [],
    dateAdded: toOffsetText(slot.dateAdded, call.location.details.timezone),
    dateUpdated: toOffsetText(slot.dateAdded, call.location.details.timezone),
  };
}
