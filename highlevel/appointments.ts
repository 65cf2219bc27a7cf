import type { Api, Call } from './client.ts';
import { HighLevelError, isHighLevelError } from './errors.ts';
import { path } from './path.ts';
import { instant, list, shape, text } from './read.ts';
import { createTimeReader, type TimeReader } from './times.ts';
import type {
  CalendarEventResponse,
  ContactEventsResponse,
  WireCalendarEvent,
  WireContactEvent,
} from './wire-calendars.ts';

/** HighLevel's status. A status that HighLevel adds later is passed through unchanged. */
export type AppointmentStatus =
  | 'new'
  | 'booked'
  | 'confirmed'
  | 'cancelled'
  | 'showed'
  | 'noshow'
  | 'invalid'
  | 'active'
  | 'completed'
  | (string & {});

/** HighLevel's API calls it an event. */
export interface Appointment {
  id: string;
  contactId: string;
  calendarId: string;
  title: string;
  status: AppointmentStatus;
  notes: string;
  address: string;
  /** User id, or `''`. */
  assignee: string;
  /** Epoch milliseconds. */
  startTime: number;
  /** Epoch milliseconds. */
  endTime: number;
}

/**
 * Reads all appointments of a contact. HighLevel writes their times without a zone; they are read in `timeZone`, the location's zone.
 * An appointment of which no read has a start time is omitted.
 */
export async function listAppointments(
  api: Api,
  contactId: string,
  timeZone: string,
  call?: Call,
): Promise<Appointment[]> {
  const response = await api.get(path`contacts/${contactId}/appointments`, call);
  const readTime = createTimeReader(timeZone);
  const isTwice = (time: unknown) => readTime(time) !== readTime(time, 'second');
  const read = list(shape<ContactEventsResponse>(response).events).map(async (event) => {
    const appointment = readAppointment(event, readTime, contactId);
    const { id, startTime, endTime } = shape<WireContactEvent>(event);
    if (appointment && !isTwice(startTime) && !isTwice(endTime)) return appointment;
    // When clocks go back, one hour occurs twice. A read of the single appointment has an offset, which distinguishes them. It takes
    // a scope of its own: where it fails, the first occurrence is shown, and the other appointments are not held up.
    return getAppointment(api, text(id), call).catch((error: unknown) => {
      if (call?.signal?.aborted || (isHighLevelError(error) && error.code === 'rate-limited')) throw error;
      return appointment;
    });
  });
  return (await Promise.all(read)).filter((appointment) => appointment !== null);
}

/** Reads one appointment. Fails with `not-found` when it no longer exists. */
export async function getAppointment(api: Api, appointmentId: string, call?: Call): Promise<Appointment> {
  const response = await api.get(path`calendars/events/appointments/${appointmentId}`, call);
  const { event, appointment } = shape<CalendarEventResponse>(response);
  const read = readAppointment(event ?? appointment ?? response, instant);
  if (read) return read;
  throw new HighLevelError('unreachable', 'the response is no appointment');
}

/** Parses an appointment of HighLevel; `null` when it has no readable start time. */
export function readAppointment(value: unknown, readTime: TimeReader, contactId = ''): Appointment | null {
  const raw = shape<WireContactEvent & WireCalendarEvent>(value);
  const startTime = readTime(raw.startTime);
  if (startTime === null) return null;
  return {
    id: text(raw.id),
    contactId: text(raw.contactId) || contactId,
    calendarId: text(raw.calendarId),
    title: text(raw.title),
    status: text(raw.appointmentStatus) || text(raw.appoinmentStatus) || text(raw.status),
    notes: text(raw.notes) || text(raw.description),
    address: text(raw.address),
    assignee: text(raw.assignedUserId),
    startTime,
    endTime: readTime(raw.endTime) ?? startTime,
  };
}
