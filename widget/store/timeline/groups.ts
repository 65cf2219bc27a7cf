import type { LocalClock } from '../../../sync/local-clock.ts';
import type { Entry, EntryGroup } from '../views/timeline.ts';
import type { Item } from './entries.ts';

/** Where an entry belongs: what is late, what comes, else the day it belongs to. */
function placeOf({ entry, isOpen }: Item, now: number, { dayOf }: Pick<LocalClock, 'dayOf'>): string {
  if (entry.at === null) return 'undated';
  if (entry.kind === 'task' && isOpen && entry.at < now) return 'overdue';
  // A meeting that has begun is still to come to its end; a note of a clock that runs ahead is still of today.
  if (entry.kind === 'appointment' && entry.appointment.endTime > now) return 'upcoming';
  if (entry.kind !== 'note' && entry.at >= now) return 'upcoming';
  return dayOf(Math.min(entry.at, now));
}

/** Entries at the same instant keep one order, whatever order they arrived in. */
const byTime = (left: Entry, right: Entry) =>
  (left.at ?? 0) - (right.at ?? 0) || left.kind.localeCompare(right.kind) || left.id.localeCompare(right.id);

const newestFirst = (left: Entry, right: Entry) => (right.at ?? 0) - (left.at ?? 0) || byTime(left, right);

/** Groups entries: overdue and upcoming with the soonest first, past days with the newest first, then those without a date. */
export function groupEntries(items: readonly Item[], now: number, clock: Pick<LocalClock, 'dayOf'>): EntryGroup[] {
  const places = new Map<string, Entry[]>();
  for (const item of items) {
    const place = placeOf(item, now, clock);
    const entries = places.get(place);
    if (entries) entries.push(item.entry);
    else places.set(place, [item.entry]);
  }
  const ahead = (['overdue', 'upcoming'] as const).map((kind) => group(kind, null, places.get(kind)?.sort(byTime)));
  const undated = group('undated', null, places.get('undated')?.sort(byTime));
  const days = [...places.keys()].filter((place) => /^\d/.test(place)).sort((left, right) => right.localeCompare(left));
  const past = days.map((day) => group('day', day, places.get(day)?.sort(newestFirst)));
  return [...ahead, ...past, undated].filter(({ entries }) => entries.length > 0);
}

const group = (kind: EntryGroup['kind'], day: string | null, entries: Entry[] = []): EntryGroup => ({
  kind,
  day,
  entries,
});
