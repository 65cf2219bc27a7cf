export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** The zone's offset from UTC at that instant, in milliseconds. */
export function zoneOffset(at: number, zone: string): number {
  // Formatting is slow, so offsets are cached per day; only the day of a clock change is resolved by quarter hours.
  const midnight = Math.floor(at / day) * day;
  const before = cachedOffset(midnight, zone);
  const quarter = 15 * minute;
  return before === cachedOffset(midnight + day, zone)
    ? before
    : cachedOffset(Math.floor(at / quarter) * quarter, zone);
}

function cachedOffset(at: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  const offset = known.get(at) ?? wallClock(at, zone) - at;
  // The cap holds decades of days; beyond it the cache is cleared.
  if (known.size > 20_000) known.clear();
  known.set(at, offset);
  offsets.set(zone, known);
  return offset;
}

function wallClock(at: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const [dayText = 1, month = 1, year = 1970, hours = 0, minutes = 0, seconds = 0] = (
    formatter.format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, dayText, hours, minutes, seconds);
}

/** The instant at which the zone's clocks show this wall time (given as if it were UTC). A skipped time moves forward. */
export function fromWallClock(wall: number, zone: string): number {
  const guess = wall - zoneOffset(wall, zone);
  const at = wall - zoneOffset(guess, zone);
  return at === guess ? at : Math.max(at, guess);
}

/** Midnight of the instant's day in the zone. */
export function startOfDay(at: number, zone: string): number {
  const wall = at + zoneOffset(at, zone);
  return fromWallClock(Math.floor(wall / day) * day, zone);
}

/** `days` calendar days after a midnight, at that local time, across clock changes. */
export function atLocalTime(midnight: number, zone: string, days: number, hours: number, minutes = 0): number {
  const wall = midnight + zoneOffset(midnight, zone);
  return fromWallClock(wall + days * day + hours * hour + minutes * minute, zone);
}

/** `2026-03-29 09:30:00`: the format of a contact's appointments, without a zone. */
export function toZonelessText(at: number, zone: string): string {
  return new Date(at + zoneOffset(at, zone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-03-29T09:30:00+01:00`: the format of calendars. */
export function toOffsetText(at: number, zone: string): string {
  const offset = zoneOffset(at, zone);
  const size = Math.abs(offset);
  const clock = [Math.floor(size / hour), Math.floor((size % hour) / minute)].map((part) => `${part}`.padStart(2, '0'));
  return `${new Date(at + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${clock.join(':')}`;
}

/** Days from that midnight to the zone's next clock change in this direction; `null` if there is none within a year. */
export function daysToClockChange(midnight: number, zone: string, direction: 1 | -1): number | null {
  for (let days = direction; Math.abs(days) < 366; days += direction) {
    const before = atLocalTime(midnight, zone, days, 0);
    if (zoneOffset(before, zone) !== zoneOffset(atLocalTime(midnight, zone, days, 12), zone)) return days;
  }
  return null;
}
