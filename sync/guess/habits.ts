import type { DecimalSeparator } from '../transforms/types.ts';

/** The language that most people of a country write, such as `de-DE` for `DE`. */
function localeOf(country: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return 'en-US';
  // Without the script: `en-Latn-GB` is not found, and read as American.
  const { language, region } = new Intl.Locale(`und-${country}`).maximize();
  return `${language}-${region}`;
}

/** What parts the whole from its decimals in a country. */
export function decimalMark(country: string): DecimalSeparator {
  const parts = new Intl.NumberFormat(localeOf(country)).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/** Whether a country puts the month before the day where the year comes last. */
export function isMonthFirst(country: string): boolean {
  const order = new Intl.DateTimeFormat(localeOf(country), { timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day') && order.indexOf('day') < order.indexOf('year');
}
