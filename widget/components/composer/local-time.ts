const two = (part: number) => String(part).padStart(2, '0');

/** `YYYY-MM-DD` of an instant in the viewer's zone, for date inputs. */
export function dayOf(at: number): string {
  const time = new Date(at);
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** `HH:MM` of an instant in the viewer's zone, for time inputs. */
export function timeOf(at: number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The instant of a day and a time in the viewer's zone; `null` while either is missing. */
export function instantOf(day: string, time: string): number | null {
  const at = day && time ? new Date(`${day}T${time}`).getTime() : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** Adds calendar days, across clock changes. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The viewer's IANA zone. */
export const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The city of a zone: `Europe/London` gives London. */
export const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
