import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { list, shape, text, wrapped } from './read.ts';
import type {
  CalendarGroupsResponse,
  CalendarResponse,
  CalendarsResponse,
  WireCalendar,
  WireCalendarGroup,
} from './wire-calendars.ts';

export interface Calendar {
  id: string;
  name: string;
  /** `#rrggbb`, or `''`. */
  color: string;
  /** Minutes. */
  slotDuration: number;
  isActive: boolean;
  /** User ids of its team, in HighLevel's order. */
  members: readonly string[];
  /** HighLevel requires a team member for an appointment (HighLevel API docs: round robin and personal calendars). */
  needsAssignee: boolean;
}

/** Reads all calendars of a location, including drafts. */
export async function listCalendars(api: Api, locationId: string, call?: Call): Promise<Calendar[]> {
  const response = shape<CalendarsResponse>(await api.get(path`calendars/`, { ...call, query: { locationId } }));
  return list(response.calendars).map(readCalendar);
}

/** Reads one calendar. Fails with `not-found` when it no longer exists. */
export async function getCalendar(api: Api, calendarId: string, call?: Call): Promise<Calendar> {
  return readCalendar(wrapped<CalendarResponse>(await api.get(path`calendars/${calendarId}`, call), 'calendar'));
}

/** Calendars that a location shows together. */
export interface CalendarGroup {
  id: string;
  name: string;
  description: string;
  isActive: boolean;
}

/** Reads the calendar groups of a location. */
export async function listCalendarGroups(api: Api, locationId: string, call?: Call): Promise<CalendarGroup[]> {
  const response = shape<CalendarGroupsResponse>(
    await api.get(path`calendars/groups`, { ...call, query: { locationId } }),
  );
  return list(response.groups).map((group) => {
    const raw = shape<WireCalendarGroup>(group);
    return {
      id: text(raw.id),
      name: text(raw.name),
      description: text(raw.description),
      isActive: raw.isActive !== false,
    };
  });
}

function readCalendar(value: unknown): Calendar {
  const raw = shape<WireCalendar>(value);
  const length = Number(raw.slotDuration) || 0;
  return {
    id: text(raw.id),
    name: text(raw.name),
    color: text(raw.eventColor),
    slotDuration: raw.slotDurationUnit === 'hours' ? length * 60 : length,
    isActive: raw.isActive !== false,
    members: list(raw.teamMembers)
      .map((member) => text(shape<{ userId: string }>(member).userId))
      .filter(Boolean),
    needsAssignee: raw.calendarType === 'round_robin' || raw.calendarType === 'personal',
  };
}
