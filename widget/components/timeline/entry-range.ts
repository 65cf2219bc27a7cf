import type { Entry, EntryGroup } from '../../store/views/timeline.ts';

/** The part of a group that is in the page. */
export interface EntryRange {
  group: EntryGroup;
  /** Height in pixels of the entries before it that are not in the page. */
  before: number;
  /** Whether it starts with the group's heading. */
  headed: boolean;
  /** Entries in order; a number is the height in pixels of entries that are not in the page. */
  rows: readonly (Entry | number)[];
}

/** The first `count` entries of all groups. */
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
