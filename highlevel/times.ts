import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { hasOffset, instant } from './read.ts';

// Loaded only where zone-less times are read: about 7 kB gzip, kept out of the widget's first load by a dynamic import.

/** Reads HighLevel's written times. A time with an offset stands for itself. */
export type TimeReader = (time: unknown) => number | null;

/**
 * Reads times as epoch milliseconds; one without an offset is in `timeZone`, an IANA name. An hour that a clock change skips is
 * read as the hour after it, one that comes twice as the first. An unknown zone is taken as UTC.
 */
export function createTimeReader(timeZone: string): TimeReader {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  return (time) => {
    const parts = typeof time === 'string' && !hasOffset(time) ? localTime.exec(time.trim()) : null;
    if (!parts) return instant(time);
    const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = parts
      .slice(1)
      .map((part) => Number(part ?? 0));
    try {
      return toZonedDateTime(create(year, month, date, hour, minute, second), zone).epochMilliseconds;
    } catch {
      return null;
    }
  };
}

const localTime = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone })) && timeZone !== '';
  } catch {
    return false;
  }
}
