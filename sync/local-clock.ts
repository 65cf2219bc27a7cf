/** Days and times of a zone. Instants are epoch milliseconds, days `YYYY-MM-DD`, times `HH:MM`. */
export interface LocalClock {
  /** IANA name. */
  timeZone: string;
  dayOf(at: number): string;
  timeOf(at: number): string;
  /** `null` while either is missing. An hour that a clock change skips is read as the following one. */
  instantOf(day: string, time: string): number | null;
  /** Calendar days from one instant to another, across clock changes. */
  daysBetween(from: number, to: number): number;
}

const minute = 60_000;
/** Clocks are changed, and days begin, at quarters of an hour everywhere. */
const quarter = 15 * minute;
const dayLength = 24 * 60 * minute;

/** Throws `RangeError` for an unknown zone. */
export function createLocalClock(timeZone: string): LocalClock {
  // Swedish writes dates like ISO does. Thousands of entries are put in their days, and Intl is slow.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const known = new Map<number, string>();
  const shownAt = (at: number): string => {
    const key = Math.floor(at / quarter);
    const shown = known.get(key) ?? format.format(key * quarter);
    known.set(key, shown);
    return shown;
  };
  const dayOf = (at: number) => shownAt(at).slice(0, 10);
  const offsetAt = (at: number) => Date.parse(`${shownAt(at).replace(' ', 'T')}Z`) - Math.floor(at / quarter) * quarter;

  return {
    timeZone,
    dayOf,
    timeOf: (at) => format.format(at).slice(11, 16),
    instantOf(day, time) {
      const shown = day && time ? Date.parse(`${day}T${time}Z`) : Number.NaN;
      if (Number.isNaN(shown)) return null;
      const [before, after] = [offsetAt(shown - dayLength), offsetAt(shown + dayLength)];
      return offsetAt(shown - before) === before || offsetAt(shown - after) !== after ? shown - before : shown - after;
    },
    daysBetween: (from, to) => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayLength,
  };
}
