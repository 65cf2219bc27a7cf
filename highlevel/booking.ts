import { type Appointment, type AppointmentStatus, getAppointment, readAppointment } from './appointments.ts';
import type { Api, Call, Creation } from './client.ts';
import { HighLevelError, isHighLevelError } from './errors.ts';
import { path } from './path.ts';
import { instant, list, shape, text, writeInstant } from './read.ts';
import type {
  AppointmentResponse,
  FreeSlotsResponse,
  WireAppointmentCreate,
  WireAppointmentUpdate,
} from './wire-calendars.ts';

/** The writable fields of an appointment. An absent key leaves the field unchanged. */
export interface AppointmentChanges {
  calendarId?: string;
  title?: string;
  status?: AppointmentStatus;
  /** User id. Round robin and personal calendars require one. */
  assignee?: string;
  address?: string;
  description?: string;
  /** Epoch milliseconds. */
  startTime?: number;
  /** Epoch milliseconds. */
  endTime?: number;
  /** `false` keeps HighLevel's automations from running. */
  notify?: boolean;
  /** Books the slot even if it is taken. */
  ignoreFreeSlots?: boolean;
  /** Books the slot even if the calendar is closed on that day. */
  ignoreDateRange?: boolean;
}

export type NewAppointment = AppointmentChanges & { calendarId: string; contactId: string; startTime: number };

/** Books an appointment. Without a key the request is not retried. Fails with `rejected` when the slot is taken or too early. */
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

/** Changes the given fields of an appointment. The status `cancelled` cancels it. */
export async function updateAppointment(
  api: Api,
  appointmentId: string,
  changes: AppointmentChanges,
  call?: Call,
): Promise<Appointment> {
  const request = { ...call, body: writeAppointment(changes) };
  return readWritten(
    api,
    await api.put(path`calendars/events/appointments/${appointmentId}`, request),
    call,
    appointmentId,
  );
}

/** Deletes an appointment from the calendar. */
export async function deleteAppointment(api: Api, appointmentId: string, call?: Call): Promise<void> {
  // HighLevel requires a body here; it may be empty.
  await api.remove(path`calendars/events/${appointmentId}`, { ...call, body: {} });
}

/** The start times of a day's free slots, in epoch milliseconds. */
export interface FreeDay {
  /** `YYYY-MM-DD` in the requested zone. */
  day: string;
  slots: number[];
}

const maxRange = 31 * 24 * 60 * 60 * 1000;

/** Reads the free slots of a calendar between two instants; a range over HighLevel's maximum of 31 days is requested in parts. */
export async function listFreeSlots(
  api: Api,
  calendarId: string,
  { from, to, timeZone, userId }: { from: number; to: number; timeZone?: string; userId?: string },
  call?: Call,
): Promise<FreeDay[]> {
  const days = new Map<string, Set<number>>();
  for (let start = from; start < to; start += maxRange) {
    const query = { startDate: start, endDate: Math.min(start + maxRange, to), timezone: timeZone, userId };
    const response = await api.get(path`calendars/${calendarId}/free-slots`, { ...call, query });
    for (const [day, value] of Object.entries(shape<FreeSlotsResponse>(response))) {
      // The trace id is one more key beside the days.
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) continue;
      const slots = list(shape<{ slots: string[] }>(value).slots).map(instant);
      const known = days.get(day) ?? new Set();
      days.set(day, new Set([...known, ...slots.filter((slot) => slot !== null)]));
    }
  }
  return [...days].sort().map(([day, slots]) => ({ day, slots: [...slots].sort((one, other) => one - other) }));
}

/**
 * HighLevel's response to a write may lack the times (they are optional in its schema); then the appointment is read. When that
 * fails, the write has had its effect all the same: `unknownOutcome`.
 */
async function readWritten(api: Api, response: unknown, call?: Call, knownId = ''): Promise<Appointment> {
  const written = readAppointment(response, instant);
  if (written) return written;
  const id = text(shape<AppointmentResponse>(response).id) || knownId;
  if (id === '') throw new HighLevelError('unreachable', 'the response is no appointment', { unknownOutcome: true });
  try {
    return await getAppointment(api, id, call);
  } catch (error) {
    if (!isHighLevelError(error)) throw error;
    throw new HighLevelError(error.code, error.message, { ...error.details, unknownOutcome: true });
  }
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
