import { createLocalClock, type LocalClock } from '../../sync/local-clock.ts';
import type { Messages } from './en.ts';

/** Formats dates, times and numbers. Instants are epoch milliseconds, shown in the document's zone; days are `YYYY-MM-DD`. */
export interface Formats {
  /** The document's: the grid beside the panel shows its times. */
  clock: LocalClock;
  time(at: number): string;
  /** `Wed 18 Nov`, with the year if it is not the current one. */
  day(at: number, now: number): string;
  /** `Today`, `Yesterday`, `Tomorrow`, or else as `day`. */
  nearDay(at: number, now: number): string;
  /** `Today, 17:00` or `Wed 18 Nov, 17:00`. */
  moment(at: number, now: number): string;
  /** `Tue 24 Nov, 10:00–11:00`. */
  span(from: number, to: number, now: number): string;
  times(from: number, to: number): string;
  /** A calendar day without a zone: `12 Jan 2027`. Any other text is returned unchanged. */
  date(day: string): string;
  number(value: number): string;
  money(value: number): string;
  country(code: string): string;
  /** `0:24` */
  countdown(milliseconds: number): string;
}

export interface Locale {
  /** For messages and the names of days and months. */
  language: string;
  /** For the format of numbers and times. */
  culture: string;
  /** ISO 4217 */
  currency: string;
  /** IANA name. */
  timeZone: string;
}

/** Creates the formats of a language and culture. Formatters are created on first use and cached, because that is slow. */
export function createFormats({ language, culture, currency, timeZone }: Locale, messages: Messages): Formats {
  const clock = createLocalClock(timeZone);
  const { dayOf, daysBetween } = clock;
  // In a British document with a French panel: `mer. 18 nov.` at `17:00`, not `Wed 18 Nov`.
  const spoken = culture.split('-')[0] === language.split('-')[0] ? culture : language;
  const made = new Map<string, Intl.DateTimeFormat>();
  const dates = (locale: string, options: Intl.DateTimeFormatOptions) => {
    const key = `${locale}${JSON.stringify(options)}`;
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
    made.set(key, format);
    return format;
  };
  let numbers: Intl.NumberFormat | undefined;
  let amounts: Intl.NumberFormat | undefined;
  let countries: Intl.DisplayNames | undefined;

  // With a 24-hour clock, `09:00` aligns with `10:00`; with a 12-hour clock, `9:00 am` has no leading zero.
  const halves = dates(culture, { hour: 'numeric' }).resolvedOptions().hour12;
  const hour = halves ? 'numeric' : '2-digit';
  const time = (at: number) => dates(culture, { hour, minute: '2-digit' }).format(at);
  const day = (at: number, now: number) =>
    dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4)
      ? dates(spoken, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
      : dates(spoken, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  const near = new Map([
    [-1, messages.yesterday],
    [0, messages.today],
    [1, messages.tomorrow],
  ]);
  const nearDay = (at: number, now: number) => near.get(daysBetween(now, at)) ?? day(at, now);
  const moment = (at: number, now: number) => `${nearDay(at, now)}, ${time(at)}`;
  const times = (from: number, to: number) => `${time(from)}–${time(to)}`;

  return {
    clock,
    time,
    day,
    nearDay,
    moment,
    times,
    span: (from, to, now) =>
      daysBetween(from, to) === 0
        ? `${nearDay(from, now)}, ${times(from, to)}`
        : `${moment(from, now)} – ${moment(to, now)}`,
    date(text) {
      const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
      if (Number.isNaN(at)) return text;
      return dates(spoken, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
    },
    number(value) {
      numbers ??= new Intl.NumberFormat(culture);
      return numbers.format(value);
    },
    money(value) {
      amounts ??= new Intl.NumberFormat(culture, { style: 'currency', currency });
      return amounts.format(value);
    },
    country(code) {
      countries ??= new Intl.DisplayNames(spoken, { type: 'region' });
      return /^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code;
    },
    countdown(milliseconds) {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    },
  };
}
