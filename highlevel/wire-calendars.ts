import type { Traced } from './wire.ts';

/** An item of `GET /contacts/:contactId/appointments`, under `events`. */
export interface WireContactEvent {
  id: string;
  calendarId?: string;
  status?: string;
  title?: string;
  assignedUserId?: string | null;
  notes?: string | null;
  /** `YYYY-MM-DD HH:mm:ss` in the location's zone. An ISO string with an offset has been observed too. */
  startTime?: string;
  endTime?: string;
  address?: string | null;
  locationId?: string;
  contactId?: string;
  groupId?: string | null;
  appointmentStatus?: string;
  /** Older builds' misspelling. */
  appoinmentStatus?: string;
  users?: string[];
  dateAdded?: string;
  dateUpdated?: string;
  assignedResources?: string[];
}
export type ContactEventsResponse = Traced & { events: WireContactEvent[] };

/** An item of `GET /calendars/events`, and the response to a read of one appointment. Times have an offset. */
export interface WireCalendarEvent {
  id: string;
  address?: string;
  title: string;
  calendarId: string;
  locationId: string;
  contactId: string;
  groupId?: string;
  appointmentStatus: string;
  assignedUserId?: string;
  users?: string[];
  notes?: string;
  description?: string;
  isRecurring?: boolean;
  rrule?: string;
  startTime: string;
  endTime: string;
  dateAdded?: string;
  dateUpdated?: string;
  assignedResources?: string[];
  createdBy?: { userId: string; source: string };
  masterEventId?: string;
  /** Only in v3. */
  deleted?: boolean;
}
export type CalendarEventsResponse = Traced & { events: WireCalendarEvent[] };
/** The OpenAPI has `event`; `appointment` has been observed. */
export type CalendarEventResponse = Traced & { event?: WireCalendarEvent; appointment?: WireCalendarEvent };

/** `POST /calendars/events/appointments`; an update accepts all keys except `locationId` and `contactId`, none required. */
export interface WireAppointmentCreate {
  calendarId: string;
  locationId: string;
  contactId: string;
  /** ISO 8601 with an offset. */
  startTime: string;
  endTime?: string;
  title?: string;
  appointmentStatus?: string;
  assignedUserId?: string;
  description?: string;
  address?: string;
  meetingLocationType?: string;
  meetingLocationId?: string;
  overrideLocationConfig?: boolean;
  ignoreDateRange?: boolean;
  toNotify?: boolean;
  ignoreFreeSlotValidation?: boolean;
  rrule?: string;
}
export type WireAppointmentUpdate = Partial<Omit<WireAppointmentCreate, 'locationId' | 'contactId'>>;

/** The response to creating or updating an appointment has no wrapping key. */
export interface AppointmentResponse extends Traced {
  id: string;
  calendarId: string;
  locationId: string;
  contactId: string;
  startTime?: string;
  endTime?: string;
  title?: string;
  meetingLocationType?: string;
  appointmentStatus?: string;
  assignedUserId?: string;
  address?: string;
  isRecurring?: boolean;
  rrule?: string;
  /** Only in v3. */
  dateAdded?: string;
  dateUpdated?: string;
}

export interface WireCalendar {
  id: string;
  locationId?: string;
  name: string;
  description?: string;
  isActive?: boolean;
  groupId?: string;
  calendarType?: string;
  eventTitle?: string;
  /** `#rrggbb` */
  eventColor?: string;
  slotDuration?: number;
  slotDurationUnit?: 'mins' | 'hours';
  teamMembers?: { userId: string; priority?: number; isPrimary?: boolean }[];
  openHours?: {
    daysOfTheWeek: number[];
    hours: { openHour: number; openMinute: number; closeHour: number; closeMinute: number }[];
  }[];
  autoConfirm?: boolean;
  allowReschedule?: boolean;
  allowCancellation?: boolean;
}
export type CalendarsResponse = Traced & { calendars: WireCalendar[] };
export type CalendarResponse = Traced & { calendar: WireCalendar };

export interface WireCalendarGroup {
  id: string;
  locationId: string;
  name: string;
  description: string;
  slug: string;
  isActive?: boolean;
}
export type CalendarGroupsResponse = Traced & { groups: WireCalendarGroup[] };

/** Slots by day (`YYYY-MM-DD`), with the trace id as an additional key. */
export type FreeSlotsResponse = { [day: string]: { slots: string[] } | string };

/** A blocked slot has no contact. */
export interface WireBlockedSlot {
  id: string;
  locationId: string;
  title: string;
  startTime: string;
  endTime: string;
  calendarId?: string;
  assignedUserId?: string;
}

export interface WireAppointmentNote {
  id: string;
  body: string;
  userId?: string;
  dateAdded?: string;
  contactId?: string;
  createdBy?: { id: string; name: string };
}
export type AppointmentNotesResponse = Traced & { notes: WireAppointmentNote[]; hasMore: boolean };
export type AppointmentNoteResponse = Traced & { note: WireAppointmentNote };
