import type { Entry, EntryGroup } from '../../store/views/timeline.ts';

/** All entries in sequence with their positions as if all were rendered, in pixels from the top of the list. */
export interface LongRows {
  readonly count: number;
  entry(index: number): Entry;
  group(index: number): EntryGroup;
  /** Its zero-based index in its group. */
  inGroup(index: number): number;
  /** `undefined` if there is no such entry. */
  indexOf(id: string | null): number | undefined;
  /** The start of an entry, including its group's heading; for `count`, the end of all. */
  start(index: number): number;
  /** The entry at a position. */
  at(pixels: number): number;
  /** Sets the measured height of an entry, including its group's heading. */
  resize(index: number, pixels: number): void;
}

/** Heights in pixels until entries of a kind have been measured. */
const defaultHeights: Record<Entry['kind'], number> = { task: 52, note: 100, appointment: 56 };
const heading = 36;

/** Measured heights by entry. They persist across filters and estimate the heights of unmeasured entries. */
export function createHeights() {
  const known = new Map<string, number>();
  const measured = { task: [0, 0], note: [0, 0], appointment: [0, 0] } satisfies Record<
    Entry['kind'],
    [number, number]
  >;
  const keyOf = ({ kind, id }: Entry, isFirst: boolean) => `${kind} ${id} ${isFirst}`;

  return {
    of(entry: Entry, isFirst: boolean): number {
      const [sum = 0, count = 0] = measured[entry.kind];
      const mean = count > 0 ? sum / count : defaultHeights[entry.kind];
      return known.get(keyOf(entry, isFirst)) ?? mean + (isFirst ? heading : 0);
    },
    learn(entry: Entry, isFirst: boolean, pixels: number) {
      const key = keyOf(entry, isFirst);
      if (!known.has(key) && !isFirst) {
        const [sum = 0, count = 0] = measured[entry.kind];
        measured[entry.kind] = [sum + pixels, count + 1];
      }
      known.set(key, pixels);
    },
  };
}

export type Heights = ReturnType<typeof createHeights>;

export function createLongRows(groups: readonly EntryGroup[], heights: Heights): LongRows {
  const rows = groups.flatMap((group) => group.entries.map((entry, inGroup) => ({ group, entry, inGroup })));
  const count = rows.length;
  const indexes = new Map(rows.map(({ entry }, index) => [entry.id, index]));
  const sizes = Float64Array.from(rows, ({ entry, inGroup }) => heights.of(entry, inGroup === 0));
  const starts = new Float64Array(count + 1);
  /** Starts up to this index are valid. */
  let validUntil = 0;

  const rowAt = (index: number) => {
    const found = rows[index];
    if (!found) throw new RangeError(`There is no entry ${index} of ${count}`);
    return found;
  };

  function start(index: number): number {
    for (; validUntil < index; validUntil++)
      starts[validUntil + 1] = (starts[validUntil] ?? 0) + (sizes[validUntil] ?? 0);
    return starts[index] ?? 0;
  }

  return {
    count,
    entry: (index) => rowAt(index).entry,
    group: (index) => rowAt(index).group,
    inGroup: (index) => rowAt(index).inGroup,
    indexOf: (id) => (id === null ? undefined : indexes.get(id)),
    start,
    at(pixels) {
      start(count);
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= pixels) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
    resize(index, pixels) {
      const { entry, inGroup } = rowAt(index);
      heights.learn(entry, inGroup === 0, pixels);
      if (sizes[index] === pixels) return;
      sizes[index] = pixels;
      validUntil = Math.min(validUntil, index);
    },
  };
}
