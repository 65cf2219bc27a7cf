/** A year before 1000 was typed with two digits. */
const earliest = 1000;

/** A calendar day is compared as a day, whatever time hangs on to it: `1990-09-25T00:00:00.000Z` is `1990-09-25`. */
export const dayOf = (date: string): string => /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? date;

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is there such a day in a calendar? By its numbers, so that no zone takes part. */
export function isRealDay(year = 0, month = 0, day = 0): boolean {
  const length = month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
  return year >= earliest && day >= 1 && day <= length;
}

export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDay(Number(year), Number(month), Number(day));
}

/** Has a date a year of two digits, be it `25.9.85` or the year 85 of a calendar? The century is not guessed. */
export const hasShortYear = (text: string): boolean =>
  /^0{0,2}\d\d[-/.]\d\d?[-/.]\d\d?$|^\d\d?[-/.]\d\d?[-/.]\d\d$/.test(text.trim());
