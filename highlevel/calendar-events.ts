import { type Appointment, readAppointment } from './appointments.ts';
import type { Api, ApiRequest, Call } from './client.ts';
import { path } from './path.ts';
import { instant, list, shape, text, writeInstant } from './read.ts';
import type { CalendarEventsResponse, WireBlockedSlot } from './wire-calendars.ts';

/** A time range and the user, calendar or group to list. HighLevel requires exactly one of the three ids. */
export type CalendarWindow = {
  locationId: string;
  /** Epoch milliseconds. */
  from: number;
  /** Epoch milliseconds. */
  to: number;
} & ({ userId: string } | { calendarId: string } | { groupId: string });

/** A time range in which nothing can be booked. */
export interface BlockedSlot {
  id: string;
  title: string;
  calendarId: string;
  /** User id, or `''`. */
  assignee: string;
  /** Epoch milliseconds. */
  startTime: number;
  /** Epoch milliseconds. */
  endTime: number;
}

/** Reads the appointments of a user, a calendar or a group of calendars in a time range. */
export async function listCalendarAppointments(api: Api, window: CalendarWindow, call?: Call): Promise<Appointment[]> {
  const response = shape<CalendarEventsResponse>(await api.get(path`calendars/events`, windowRequest(window, call)));
  return list(response.events)
    .map((event) => readAppointment(event, instant))
    .filter((appointment) => appointment !== null);
}

/** Reads the blocked slots of a user, a calendar or a group of calendars in a time range. */
export async function listBlockedSlots(api: Api, window: CalendarWindow, call?: Call): Promise<BlockedSlot[]> {
  const response = shape<CalendarEventsResponse>(
    await api.get(path`calendars/blocked-slots`, windowRequest(window, call)),
  );
  return list(response.events).map(readBlockedSlot);
}

/** The writable fields of a blocked slot. */
export interface BlockedSlotInput {
  calendarId: string;
  title?: string;
  /** User id. */
  assignee?: string;
  /** Epoch milliseconds. */
  startTime: number;
  /** Epoch milliseconds. */
  endTime: number;
}

/** Blocks a time range of a calendar. The request is not retried. */
export async function createBlockedSlot(
  api: Api,
  locationId: string,
  slot: BlockedSlotInput,
  call?: Call,
): Promise<BlockedSlot> {
  const request = { ...call, body: writeBlockedSlot(locationId, slot) };
  return readBlockedSlot(await api.post(path`calendars/events/block-slots`, request));
}

/** Replaces a blocked slot. */
export async function updateBlockedSlot(
  api: Api,
  locationId: string,
  slotId: string,
  slot: BlockedSlotInput,
  call?: Call,
): Promise<BlockedSlot> {
  const request = { ...call, body: writeBlockedSlot(locationId, slot) };
  return readBlockedSlot(await api.put(path`calendars/events/block-slots/${slotId}`, request));
}

function windowRequest({ from, to, ...ids }: CalendarWindow, call?: Call): ApiRequest {
  return { ...call, query: { ...ids, startTime: from, endTime: to } };
}

function readBlockedSlot(value: unknown): BlockedSlot {
  const raw = shape<WireBlockedSlot>(value);
  const startTime = instant(raw.startTime) ?? 0;
  return {
    id: text(raw.id),
    title: text(raw.title),
    calendarId: text(raw.calendarId),
    assignee: text(raw.assignedUserId),
    startTime,
    endTime: instant(raw.endTime) ?? startTime,
  };
}

function writeBlockedSlot(locationId: string, slot: BlockedSlotInput): Omit<WireBlockedSlot, 'id' | 'title'> {
  return {
    locationId,
    calendarId: slot.calendarId,
    ...(slot.title !== undefined && { title: slot.title }),
    ...(slot.assignee && { assignedUserId: slot.assignee }),
    startTime: writeInstant(slot.startTime),
    endTime: writeInstant(slot.endTime),
  };
}
