import { hasOffset, instant } from './read.ts';

/** Parses HighLevel's times. A local time that occurs twice is read as its first occurrence, or as the `second`. */
export type TimeReader = (time: unknown, occurrence?: 'second') => number | null;

/**
 * Parses times to epoch milliseconds; a time without an offset is in `timeZone`, an IANA name. An hour that a clock change skips is
 * read as the following hour. An unknown zone is read as UTC.
 */
export function createTimeReader(timeZone: string): TimeReader {
  const offsetAt = createOffsets(timeZone);
  return (time, twice) => {
    const parts = typeof time === 'string' && !hasOffset(time) ? localTime.exec(time.trim()) : null;
    if (!parts) return instant(time);
    const [, date = '', minutes = '00:00', seconds = ''] = parts;
    const shown = Date.parse(`${date}T${minutes}${seconds}Z`);
    // JavaScript engines parse 30 February as a day in March.
    if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(date)) return null;

    const day = Math.floor(shown / dayLength);
    const [before, after] = [offsetAt((day - 1) * dayLength), offsetAt((day + 2) * dayLength)];
    const [first, second] = [shown - before, shown - after];
    if (before === after) return first;
    if (offsetAt(second) !== after) return first;
    return twice || offsetAt(first) !== before ? second : first;
  };
}

const dayLength = 86_400_000;
const localTime = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?:(:\d\d)(?:\.\d+)?)?)?$/;

/** Returns a zone's offset from UTC at an instant, in milliseconds. Results are cached, because Intl is slow. */
function createOffsets(timeZone: string): (at: number) => number {
  const kept = new Map<number, number>();
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return () => 0;
  }
  return (at) => {
    const offset = kept.get(at) ?? readOffset(format.format(at));
    kept.set(at, offset);
    return offset;
  };
}

/** Parses the offset at the end of a formatted date: `GMT`, or `GMT` with sign, hours, minutes and, in local mean time, seconds. */
function readOffset(date: string): number {
  const [, sign = '', hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(date) ?? [];
  if (!sign) return 0;
  return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
