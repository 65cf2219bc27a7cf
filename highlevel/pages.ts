/** An item with an id. */
interface Identified {
  id: string;
}

/**
 * How a list ended. `cut`: HighLevel repeated pages, or gave no way to the next one, so later items may be missing. A reader to whom
 * a missing item means something has to look for that item in another way.
 */
export type Ending = 'complete' | 'cut';

/** The items of all pages, each once. Pages are fetched on demand. */
export type Pages<Item> = AsyncGenerator<Item, Ending>;

/** One page. `total`: how many items the whole list has, where HighLevel says it. */
interface Page<Item> {
  items: readonly Item[];
  total?: number | undefined;
}

/**
 * The law of all pages: a page with nothing new ends the list, since HighLevel would repeat it without end. A page that is shorter
 * than requested does not, since HighLevel may return fewer; only the total says that such a page was the last. A total
 * alone does not end a list either, because search engines count up to 10,000 and no further.
 */
function endingOf<Item>({ items, total }: Page<Item>, limit: number, read: number, news: number): Ending | null {
  const isAll = total ? read >= total : false;
  if (items.length === 0) return 'complete';
  if (news === 0) return isAll ? 'complete' : 'cut';
  return isAll && items.length < limit ? 'complete' : null;
}

/** `fetchPage` receives the cursor of the previous page; `next: null` says that the list ends with this page. */
export async function* pagesByCursor<Item extends Identified>(
  limit: number,
  fetchPage: (cursor: readonly unknown[] | null) => Promise<Page<Item> & { next: readonly unknown[] | null }>,
): Pages<Item> {
  const seen = new Set<string>();
  let cursor: readonly unknown[] | null = null;
  for (;;) {
    const page = await fetchPage(cursor);
    const before = seen.size;
    yield* unseen(page.items, seen);
    const ending = page.next ? endingOf(page, limit, seen.size, seen.size - before) : 'complete';
    if (ending) return ending;
    // A request without a cursor would return the first page again.
    if (page.next?.length === 0) return !page.total && page.items.length < limit ? 'complete' : 'cut';
    cursor = page.next;
  }
}

/** How often a list that shifts is read again from its start. */
const maxRestarts = 5;

/**
 * When an earlier item is deleted, later items move up. Therefore each page begins with the last item of the previous page; if it
 * begins with an unknown one, the list is read again from the start.
 */
export async function* pagesBySkip<Item extends Identified>(
  limit: number,
  fetchPage: (skip: number, limit: number) => Promise<Page<Item>>,
): Pages<Item> {
  const given = new Set<string>();
  let read = new Set<string>();
  let restarts = 0;
  let skip = 0;
  let last: string | undefined;
  for (;;) {
    const page = await fetchPage(skip, limit);
    const first = page.items[0]?.id;
    const isShifted = skip > 0 && !read.has(first ?? '');
    const before = read.size;
    for (const { id } of page.items) read.add(id);
    yield* unseen(page.items, given);
    if (isShifted && restarts++ < maxRestarts) {
      read = new Set();
      skip = 0;
      continue;
    }
    // Nothing follows the item with which the previous page ended.
    if (page.items.length === 1 && first === last) return 'complete';
    const ending = endingOf(page, limit, read.size, read.size - before);
    if (ending) return restarts > maxRestarts ? 'cut' : ending;
    last = page.items.at(-1)?.id;
    skip += Math.max(page.items.length - 1, 1);
  }
}

/** All items of a list, and how it ended. */
export async function readToEnd<Item>(pages: Pages<Item>): Promise<{ items: Item[]; ending: Ending }> {
  const items: Item[] = [];
  for (;;) {
    const { value, done } = await pages.next();
    if (done) return { items, ending: value };
    items.push(value);
  }
}

/** All items of a list. */
export const collect = async <Item>(pages: Pages<Item>): Promise<Item[]> => (await readToEnd(pages)).items;

function* unseen<Item extends Identified>(items: readonly Item[], seen: Set<string>): Generator<Item> {
  for (const item of items) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    yield item;
  }
}
