import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { list, shape, text } from './read.ts';
import type { CalendarsAnswer, WireCalendar } from './wire-calendars.ts';

export interface Calendar {
  id: string;
  name: string;
  /** `#rrggbb`, or `''`. */
  color: string;
  /** Minutes. */
  slotDuration: number;
  isActive: boolean;
}

/** Reads all calendars of a location, drafts included. */
export async function listCalendars(api: Api, locationId: string, call?: Call): Promise<Calendar[]> {
  const answer = shape<CalendarsAnswer>(await api.get(path`calendars/`, { ...call, query: { locationId } }));
  return list(answer.calendars).map(readCalendar);
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
  };
}
