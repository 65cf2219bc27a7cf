/** Making a clock takes longer than reading a thousand times from it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone, `2026-11-24 09:30:00`: Swedish writes times like ISO does. `null` where `Intl` does not know the zone. */
function clockIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const clock =
      clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
    return clock;
  } catch {
    return null;
  }
}

/** `YYYY-MM-DD` of an instant, as a calendar in that zone shows it; `undefined` where there is no such day or zone. */
export function dayAt(seconds: number, timeZone: string): string | undefined {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? undefined : clockIn(timeZone)?.format(time).split(' ')[0];
}

/** Seconds since 1970 when a day, `YYYY-MM-DD`, begins in that zone; `null` where `Intl` does not know the zone. */
export function beginOf(day: string, timeZone: string): number | null {
  const clock = clockIn(timeZone);
  if (!clock) return null;
  const utc = Date.parse(`${day}T00:00:00Z`);
  const aheadAt = (time: number) => Date.parse(`${clock.format(time).replace(' ', 'T')}Z`) - time;
  const guess = utc - aheadAt(utc);
  // On the day on which clocks change, the day begins by another offset than that of midnight in UTC.
  const begin = utc - aheadAt(guess);
  return (clock.format(begin).startsWith(day) ? begin : guess) / 1000;
}
