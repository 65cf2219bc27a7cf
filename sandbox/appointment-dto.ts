import type { WireAppointmentCreate, WireAppointmentUpdate } from '../highlevel/wire-calendars.ts';
import { type Check, dto, filled, flag, oneOf, optional, required, text } from './dto.ts';
import { unprocessable } from './errors.ts';
import type { Call } from './route.ts';

const zoned: Check = (value, key) =>
  typeof value === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : `${key} must be a valid ISO 8601 date string`;

const statuses = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid', 'completed', 'active'] as const;

const shared = {
  endTime: optional(zoned),
  title: optional(text),
  appointmentStatus: optional(oneOf(...statuses)),
  assignedUserId: optional(text),
  description: optional(text),
  address: optional(text),
  meetingLocationType: optional(oneOf('custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google')),
  meetingLocationId: optional(text),
  overrideLocationConfig: optional(flag),
  ignoreDateRange: optional(flag),
  toNotify: optional(flag),
  ignoreFreeSlotValidation: optional(flag),
  rrule: optional(text),
};
export const appointmentCreate = dto<WireAppointmentCreate>({
  calendarId: required(text, filled),
  locationId: required(text, filled),
  contactId: required(text, filled),
  startTime: required(zoned),
  ...shared,
});
export const appointmentUpdate = dto<WireAppointmentUpdate>({
  calendarId: optional(text, filled),
  startTime: optional(zoned),
  ...shared,
});

/** Refuses `completed` and `active` before v3, which introduced them. */
export function refuseNewStatuses({ version }: Call, { appointmentStatus }: WireAppointmentUpdate) {
  if (version !== 'v3' && (appointmentStatus === 'completed' || appointmentStatus === 'active')) {
    throw unprocessable([`appointmentStatus must be one of the following values: ${statuses.slice(0, 6).join(', ')}`]);
  }
}
