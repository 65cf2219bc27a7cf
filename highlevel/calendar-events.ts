import { type Appointment, readAppointment } from './appointments.ts';
import type { Api, ApiRequest, Call } from './client.ts';
import { path } from './path.ts';
import { instant, list, shape, text } from './read.ts';
import type { CalendarEventsAnswer, WireBlockedSlot } from './wire-calendars.ts';

/** Whose calendar is looked at, and when. HighLevel wants exactly one of the three ids. */
export type CalendarWindow = {
  locationId: string;
  /** Epoch milliseconds. */
  from: number;
  /** Epoch milliseconds. */
  to: number;
} & ({ userId: string } | { calendarId: string } | { groupId: string });

/** A time in which nothing can be booked. */
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

/** Reads the appointments of a user, a calendar or a group of calendars in a span of time. */
export async function listCalendarAppointments(api: Api, window: CalendarWindow, call?: Call): Promise<Appointment[]> {
  const answer = shape<CalendarEventsAnswer>(await api.get(path`calendars/events`, asked(window, call)));
  return list(answer.events)
    .map((event) => readAppointment(event, instant))
    .filter((appointment) => appointment !== null);
}

/** Reads the blocked times of a user, a calendar or a group of calendars in a span of time. */
export async function listBlockedSlots(api: Api, window: CalendarWindow, call?: Call): Promise<BlockedSlot[]> {
  const answer = shape<CalendarEventsAnswer>(await api.get(path`calendars/blocked-slots`, asked(window, call)));
  return list(answer.events).flatMap(readBlockedSlot);
}

function asked({ from, to, ...ids }: CalendarWindow, call?: Call): ApiRequest {
  return { ...call, query: { ...ids, startTime: from, endTime: to } };
}

function readBlockedSlot(value: unknown): BlockedSlot[] {
  const raw = shape<WireBlockedSlot>(value);
  const [startTime, endTime] = [instant(raw.startTime), instant(raw.endTime)];
  if (startTime === null || endTime === null) return [];
  const [id, title, calendarId] = [text(raw.id), text(raw.title), text(raw.calendarId)];
  return [{ id, title, calendarId, assignee: text(raw.assignedUserId), startTime, endTime }];
}
