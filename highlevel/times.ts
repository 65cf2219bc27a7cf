import { hasOffset, instant } from './read.ts';

/** Reads HighLevel's written times. A time with an offset stands for itself; one that comes twice is the first, or the `second`. */
export type TimeReader = (time: unknown, twice?: 'second') => number | null;

/**
 * Reads times as epoch milliseconds; one without an offset is in `timeZone`, an IANA name. An hour that a clock change skips is
 * read as the hour after it, one that comes twice as the first. An unknown zone is taken as UTC.
 */
export function createTimeReader(timeZone: string): TimeReader {
  const offsetAt = createOffsets(timeZone);
  return (time, twice) => {
    const parts = typeof time === 'string' && !hasOffset(time) ? localTime.exec(time.trim()) : null;
    if (!parts) return instant(time);
    const [, date = '', minutes = '00:00', seconds = ''] = parts;
    const shown = Date.parse(`${date}T${minutes}${seconds}Z`);
    // Engines take 30 February for a day in March.
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

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. Answers are kept: asking is slow. */
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

/** Reads what a date ends with: `GMT` alone, else with a sign, hours, minutes and, before there were zones, seconds. */
function readOffset(date: string): number {
  const [, sign = '', hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(date) ?? [];
  if (!sign) return 0;
  return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
