import type { WireCalendar } from '../highlevel/wire-calendars.ts';
import type { LocationData } from './state.ts';
import { atLocalTime, day, hour, minute, startOfDay, zoneOffset } from './zone.ts';

/** The length of one booking in milliseconds. */
export const slotLength = ({ slotDuration = 30, slotDurationUnit = 'mins' }: WireCalendar): number =>
  slotDuration * (slotDurationUnit === 'hours' ? hour : minute);

/** The start times of the calendar's open and unoccupied slots in [`from`, `to`). */
export function freeSlots(
  location: LocationData,
  calendar: WireCalendar,
  { from, to, userIds, ownId }: { from: number; to: number; userIds?: readonly string[]; ownId?: string },
): number[] {
  const zone = location.details.timezone;
  const length = slotLength(calendar);
  const busy = busyTimes(location, calendar, userIds, ownId);
  const slots: number[] = [];
  for (let midnight = startOfDay(from, zone); midnight < to; midnight = startOfDay(midnight + 1.5 * day, zone)) {
    for (const { opens, closes } of openHours(calendar, midnight, zone)) {
      for (let start = opens; start + length <= closes; start += length) {
        const isFree = !busy.some((other) => start < other.end && start + length > other.start);
        if (isFree && start >= from && start < to) slots.push(start);
      }
    }
  }
  return slots;
}

function openHours(calendar: WireCalendar, midnight: number, zone: string) {
  const weekday = new Date(midnight + zoneOffset(midnight, zone)).getUTCDay();
  return (calendar.openHours ?? [])
    .filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(weekday))
    .flatMap(({ hours }) => hours)
    .map(({ openHour, openMinute, closeHour, closeMinute }) => ({
      opens: atLocalTime(midnight, zone, 0, openHour, openMinute),
      closes: atLocalTime(midnight, zone, 0, closeHour, closeMinute),
    }));
}

function busyTimes(
  location: LocationData,
  calendar: WireCalendar,
  userIds: readonly string[] | undefined,
  ownId: string | undefined,
) {
  const isOurs = ({ calendarId, assignedUserId }: { calendarId?: string; assignedUserId?: string }) =>
    calendarId === calendar.id && (!userIds || !assignedUserId || userIds.includes(assignedUserId));
  const booked = [...location.events.all()].filter(
    ({ id, appointmentStatus }) => id !== ownId && appointmentStatus !== 'cancelled',
  );
  return [...booked, ...location.blockedSlots.values()]
    .filter(isOurs)
    .map(({ startTime, endTime }) => ({ start: startTime, end: endTime }));
}
