import { type Appointment, type AppointmentStatus, getAppointment, readAppointment } from './appointments.ts';
import type { Api, Call, Creation } from './client.ts';
import { path } from './path.ts';
import { instant, list, shape, text, writeInstant } from './read.ts';
import type {
  AppointmentAnswer,
  FreeSlotsAnswer,
  WireAppointmentCreate,
  WireAppointmentUpdate,
} from './wire-calendars.ts';

/** What a person may say about an appointment. An absent key leaves it as it is. */
export interface AppointmentChanges {
  calendarId?: string;
  title?: string;
  status?: AppointmentStatus;
  /** User id. Calendars of a team or of a person take no appointment without one. */
  assignee?: string;
  address?: string;
  description?: string;
  /** Epoch milliseconds. */
  startTime?: number;
  /** Epoch milliseconds. */
  endTime?: number;
  /** `false` keeps HighLevel's automations from running. */
  notify?: boolean;
  /** Books although the slot is taken. */
  ignoreFreeSlots?: boolean;
  /** Books although the calendar does not take that day. */
  ignoreDateRange?: boolean;
}

export type NewAppointment = AppointmentChanges & { calendarId: string; contactId: string; startTime: number };

/** Books an appointment. It is sent once. Fails with `rejected` when the slot is taken or too early. */
export async function createAppointment(
  api: Api,
  locationId: string,
  appointment: NewAppointment,
  call?: Creation,
): Promise<Appointment> {
  const { calendarId, contactId, startTime } = appointment;
  const body: WireAppointmentCreate = {
    ...writeAppointment(appointment),
    calendarId,
    contactId,
    locationId,
    startTime: writeInstant(startTime),
  };
  return readWritten(api, await api.post(path`calendars/events/appointments`, { ...call, body }), call);
}

/** Changes what is given of an appointment. To cancel it, give it the status `cancelled`. */
export async function updateAppointment(
  api: Api,
  appointmentId: string,
  changes: AppointmentChanges,
  call?: Call,
): Promise<Appointment> {
  const request = { ...call, body: writeAppointment(changes) };
  return readWritten(api, await api.put(path`calendars/events/appointments/${appointmentId}`, request), call);
}

/** Deletes an appointment from the calendar. */
export async function deleteAppointment(api: Api, appointmentId: string, call?: Call): Promise<void> {
  // HighLevel wants a body here, though an empty one.
  await api.remove(path`calendars/events/${appointmentId}`, { ...call, body: {} });
}

/** The free starts of a day, in epoch milliseconds. */
export interface FreeDay {
  /** `YYYY-MM-DD` in the zone that was asked for. */
  day: string;
  slots: number[];
}

const longestSpan = 31 * 24 * 60 * 60 * 1000;

/** Reads when a calendar is free between two instants; longer spans than HighLevel's 31 days are asked in parts. */
export async function listFreeSlots(
  api: Api,
  calendarId: string,
  { from, to, timeZone, userId }: { from: number; to: number; timeZone?: string; userId?: string },
  call?: Call,
): Promise<FreeDay[]> {
  const days = new Map<string, Set<number>>();
  for (let start = from; start < to; start += longestSpan) {
    const query = { startDate: start, endDate: Math.min(start + longestSpan, to), timezone: timeZone, userId };
    const answer = await api.get(path`calendars/${calendarId}/free-slots`, { ...call, query });
    for (const [day, value] of Object.entries(shape<FreeSlotsAnswer>(answer))) {
      // The trace id stands among the days.
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) continue;
      const slots = list(shape<{ slots: string[] }>(value).slots).map(instant);
      const known = days.get(day) ?? new Set();
      days.set(day, new Set([...known, ...slots.filter((slot) => slot !== null)]));
    }
  }
  return [...days].sort().map(([day, slots]) => ({ day, slots: [...slots].sort((one, other) => one - other) }));
}

/** HighLevel does not promise the times in its answer to a write: where they are missing the appointment is read. */
async function readWritten(api: Api, answer: unknown, call?: Call): Promise<Appointment> {
  const { id } = shape<AppointmentAnswer>(answer);
  return readAppointment(answer, instant) ?? getAppointment(api, text(id), call);
}

function writeAppointment(changes: AppointmentChanges): WireAppointmentUpdate {
  const { startTime, endTime } = changes;
  return {
    calendarId: changes.calendarId,
    title: changes.title,
    appointmentStatus: changes.status,
    assignedUserId: text(changes.assignee) || undefined,
    address: changes.address,
    description: changes.description,
    startTime: startTime === undefined ? undefined : writeInstant(startTime),
    endTime: endTime === undefined ? undefined : writeInstant(endTime),
    toNotify: changes.notify,
    ignoreFreeSlotValidation: changes.ignoreFreeSlots,
    ignoreDateRange: changes.ignoreDateRange,
  };
}
