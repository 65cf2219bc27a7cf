/** An item that HighLevel names by id. */
interface Identified {
  id: string;
}

/** Gives the items of all pages, each once. `fetchPage` gets the cursor of the page before, and answers `null` for no further page. */
export async function* pagesByCursor<Item extends Identified>(
  fetchPage: (cursor: readonly unknown[] | null) => Promise<{ items: Item[]; next: readonly unknown[] | null }>,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  let cursor: readonly unknown[] | null = null;
  do {
    const { items, next } = await fetchPage(cursor);
    yield* unseen(items, seen);
    // A page without a cursor ends the list: asking without one would begin again.
    cursor = next?.length ? next : null;
  } while (cursor);
}

/** How often in a row a list may shift, or give nothing new, until it is left as it is: a service must not be asked for ever. */
const patience = 5;

/**
 * Gives the items of all pages, each once. Where an earlier item went, the rest moved up: so each page begins with the last item of
 * the one before, and when that is not so the list is read again from the start. `total` helps where HighLevel gives shorter pages
 * than asked for.
 */
export async function* pagesBySkip<Item extends Identified>(
  limit: number,
  fetchPage: (skip: number, limit: number) => Promise<{ items: Item[]; total?: number }>,
): AsyncGenerator<Item> {
  const given = new Set<string>();
  let read = new Set<string>();
  let restarts = 0;
  let stale = 0;
  let skip = 0;
  for (;;) {
    const { items, total = 0 } = await fetchPage(skip, limit);
    const shifted = skip > 0 && !read.has(items[0]?.id ?? '');
    const before = read.size;
    for (const { id } of items) read.add(id);
    yield* unseen(items, given);
    stale = read.size > before ? 0 : stale + 1;
    if (shifted && restarts++ < patience) {
      read = new Set();
      skip = 0;
    } else if (stale < patience && (items.length >= limit || total > read.size)) skip += Math.max(items.length - 1, 1);
    else return;
  }
}

/** Gathers a generator into an array. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

function* unseen<Item extends Identified>(items: readonly Item[], seen: Set<string>): Generator<Item> {
  for (const item of items) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    yield item;
  }
}
