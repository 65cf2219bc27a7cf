import type { FreeSlotsResponse } from '../../highlevel/wire-calendars.ts';
import { badRequest, unprocessable } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import { freeSlots } from '../slots.ts';
import { day, toOffsetText } from '../zone.ts';
import { calendarOf } from './calendar-appointments.ts';

export const freeSlotRoutes: Route[] = [
  {
    method: 'GET',
    path: '/calendars/:calendarId/free-slots',
    scope: 'calendars.readonly',
    handle: listFreeSlots,
  },
];

const known = new Set(['startDate', 'endDate', 'timezone', 'userId', 'userIds', 'userIds[]']);

function listFreeSlots(call: Call): FreeSlotsResponse {
  const { query, location } = call;
  const unknown = [...query.keys()].filter((key) => !known.has(key));
  if (unknown.length > 0) throw unprocessable(unknown.map((key) => `property ${key} should not exist`));
  const [from, to] = ['startDate', 'endDate'].map((name) => {
    const value = Number(query.get(name) || Number.NaN);
    if (!Number.isFinite(value)) {
      throw unprocessable([`${name} must be a number conforming to the specified constraints`]);
    }
    return value;
  }) as [number, number];
  if (to <= from) throw badRequest('endDate must be after startDate');
  if (to - from > 31 * day) throw badRequest('Date range cannot be more than 31 days');
  const calendar = calendarOf(call);
  const zone = readZone(query.get('timezone') ?? location.details.timezone);
  const userIds = [...query.getAll('userId'), ...query.getAll('userIds'), ...query.getAll('userIds[]')];
  const answer: { [date: string]: { slots: string[] } } = {};
  const window = { from: Math.max(from, call.now), to, userIds: userIds.length > 0 ? userIds : undefined };
  for (const start of freeSlots(location, calendar, window)) {
    const text = toOffsetText(start, zone);
    const date = text.slice(0, 10);
    answer[date] ??= { slots: [] };
    answer[date].slots.push(text);
  }
  return answer;
}

function readZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw unprocessable(['timezone must be a valid IANA time-zone']);
  }
}
