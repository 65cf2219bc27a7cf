import type { Entry, EntryGroup } from '../../store/views/timeline.ts';

/** A group of the timeline, as far as it is in the page. */
export interface EntryRange {
  group: EntryGroup;
  /** Pixels of what stands before it and is not in the page. */
  before: number;
  /** Does it begin where the group begins, with its heading? */
  headed: boolean;
  /** Entries in order; a number is the pixels of those that are not in the page. */
  rows: readonly (Entry | number)[];
}

/** The first entries of all groups, as many as given. */
export function firstOf(groups: readonly EntryGroup[], count: number): readonly EntryRange[] {
  const ranges: EntryRange[] = [];
  let room = count;
  for (const group of groups) {
    const rows = group.entries.slice(0, room);
    room -= rows.length;
    if (rows.length > 0) ranges.push({ group, before: 0, headed: true, rows });
  }
  return ranges;
}
