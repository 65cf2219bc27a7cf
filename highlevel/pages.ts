/** An item with an id. */
interface Identified {
  id: string;
}

/** Yields the items of all pages, each once. `fetchPage` receives the cursor of the previous page; `next: null` ends the list. */
export async function* pagesByCursor<Item extends Identified>(
  fetchPage: (cursor: readonly unknown[] | null) => Promise<{ items: Item[]; next: readonly unknown[] | null }>,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  let cursor: readonly unknown[] | null = null;
  do {
    const { items, next } = await fetchPage(cursor);
    yield* unseen(items, seen);
    // A page without a cursor ends the list: a request without a cursor would return the first page again.
    cursor = next?.length ? next : null;
  } while (cursor);
}

/** How often a list may shift, or a page bring nothing new, before reading stops, so that the loop ends. */
const maxStale = 5;

/**
 * Yields the items of all pages, each once. When an earlier item is deleted, later items move up. Therefore each page begins with
 * the last item of the previous page; if it does not, the list is read again from the start. `total` is needed where HighLevel
 * returns shorter pages than requested.
 */
export async function* pagesBySkip<Item extends Identified>(
  limit: number,
  fetchPage: (skip: number, limit: number) => Promise<{ items: Item[]; total?: number }>,
): AsyncGenerator<Item> {
  const given = new Set<string>();
  let read = new Set<string>();
  let restarts = 0;
  let stalePages = 0;
  let skip = 0;
  for (;;) {
    const { items, total = 0 } = await fetchPage(skip, limit);
    const shifted = skip > 0 && !read.has(items[0]?.id ?? '');
    const before = read.size;
    for (const { id } of items) read.add(id);
    yield* unseen(items, given);
    stalePages = read.size > before ? 0 : stalePages + 1;
    if (shifted && restarts++ < maxStale) {
      read = new Set();
      skip = 0;
    } else if (stalePages < maxStale && (items.length >= limit || total > read.size))
      skip += Math.max(items.length - 1, 1);
    else return;
  }
}

/** Collects the items of a generator in an array. */
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
