import { setImmediate as pause } from 'node:timers/promises';

/** Cuts a list into lists of at most `count`. */
export const slicesOf = <Item>(items: readonly Item[], count: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / count) }, (_, index) =>
    items.slice(index * count, (index + 1) * count),
  );

/** Maps many items without holding up other requests: the event loop goes on after each hundred. */
export async function mapInSlices<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  for (const [index, slice] of slicesOf(items, 100).entries()) {
    if (index > 0) await pause();
    for (const item of slice) mapped.push(map(item));
  }
  return mapped;
}
