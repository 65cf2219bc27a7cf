import type { WireCalendar } from '../highlevel/wire-calendars.ts';
import type { Place } from './state.ts';
import { atLocalTime, day, hour, minute, startOfDay, zoneOffset } from './zone.ts';

/** Milliseconds of one booking. */
export const slotLength = ({ slotDuration = 30, slotDurationUnit = 'mins' }: WireCalendar): number =>
  slotDuration * (slotDurationUnit === 'hours' ? hour : minute);

/** Starts of the calendar's open and unoccupied slots, from `from` up to but without `to`. */
export function freeSlots(
  place: Place,
  calendar: WireCalendar,
  { from, to, userIds }: { from: number; to: number; userIds?: readonly string[] },
): number[] {
  const zone = place.location.timezone;
  const length = slotLength(calendar);
  const busy = busyTimes(place, calendar, userIds);
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

function busyTimes(place: Place, calendar: WireCalendar, userIds: readonly string[] | undefined) {
  const isOurs = ({ calendarId, assignedUserId }: { calendarId?: string; assignedUserId?: string }) =>
    calendarId === calendar.id && (!userIds || !assignedUserId || userIds.includes(assignedUserId));
  const booked = [...place.events.all()].filter(({ appointmentStatus }) => appointmentStatus !== 'cancelled');
  return [...booked, ...place.blockedSlots.values()]
    .filter(isOurs)
    .map(({ startTime, endTime }) => ({ start: startTime, end: endTime }));
}
