import { isRealDay } from '../kinds/day.ts';
import type { Pair, TransformOf } from './pair.ts';
import type { DateFormat } from './types.ts';

type Day = readonly [year: string, month: string, day: string];

/** A day may be given as a time at midnight, whatever the zone; any other time is more than a day can hold. */
const yearFirst = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const yearLast = /^(\d\d?)([-/.])(\d\d?)\2(\d{4})$/;

function readDay(format: DateFormat, text: string): Day | undefined {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year && month && day) return [year, month, day];
  const [, first, , second, last] = yearLast.exec(text) ?? [];
  if (!first || !second || !last) return undefined;
  if (format === 'dmy') return [last, second, first];
  return format === 'mdy' ? [last, first, second] : undefined;
}

const isoOf = ([year, month, day]: Day) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function writeDay({ format, separator }: TransformOf<'date'>, [year, month, day]: Day): string {
  const parts = { iso: [year, month, day], ymd: [year, month, day], dmy: [day, month, year], mdy: [month, day, year] };
  return parts[format].join(format === 'iso' ? '-' : (separator ?? '/'));
}

/**
 * Days as people write them. No clock and no zone takes part: a birthday is the day it spells, everywhere. A year first is
 * read in any format, since it cannot be mistaken; years of two digits are not read.
 */
export const datePair: Pair<'date'> = {
  toField({ format }, text) {
    const found = readDay(format, text.trim());
    const [year, month, day] = (found ?? []).map(Number);
    return found && isRealDay(year, month, day) ? isoOf(found) : undefined;
  },
  toGrist(transform, value) {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(value) ?? [];
    return year && month && day ? writeDay(transform, [year, month, day]) : undefined;
  },
};
