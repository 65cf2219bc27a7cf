import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect, pagesByCursor, pagesBySkip, readToEnd } from '../../highlevel/pages.ts';

/** A change of the list between two pages. */
type Change = { remove: number } | { insert: number };

const changes = fc.array(
  fc.array(
    fc.oneof(
      fc.record({ remove: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
      fc.record({ insert: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
    ),
    { maxLength: 16 },
  ),
  { maxLength: 4 },
);

/** A list that changes after every page, as long as there are changes; items keep their order. */
function changingList(size: number, rounds: readonly Change[][]) {
  let items = Array.from({ length: size }, (_, position) => ({ id: `i${position}`, position }));
  const initial = new Set(items.map(({ id }) => id));
  const stayed = new Set(initial);
  let round = 0;
  const change = () => {
    for (const step of rounds[round] ?? []) {
      if ('remove' in step) {
        const [gone] = items.splice(Math.floor(step.remove * items.length), 1);
        if (gone) stayed.delete(gone.id);
      } else {
        const position = step.insert * size;
        items.push({ id: `new${round}-${position}-${items.length}`, position });
        items = items.sort((one, other) => one.position - other.position);
      }
    }
    round++;
  };
  return { stayed, change, items: () => [...items] };
}

const lists = fc.tuple(fc.integer({ min: 0, max: 60 }), changes);

test('pages by cursor give each remaining item exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ([size, rounds]) => {
      const list = changingList(size, rounds);
      const given = await collect(
        pagesByCursor(7, async (cursor) => {
          const [position = -1] = (cursor ?? []) as number[];
          const items = list
            .items()
            .filter((item) => item.position > position)
            .slice(0, 7);
          list.change();
          const last = items.at(-1);
          return { items, next: last ? [last.position] : null };
        }),
      );
      const ids = given.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...list.stayed].every((id) => ids.includes(id))).toBe(true);
    }),
  );
});

test('pages by offset give each item once, and each remaining one unless they say that they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ([size, rounds]) => {
      const list = changingList(size, rounds);
      const { items: given, ending } = await readToEnd(
        pagesBySkip(7, async (skip, limit) => {
          const items = list.items().slice(skip, skip + limit);
          list.change();
          return { items };
        }),
      );
      const ids = given.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ending === 'cut' || [...list.stayed].every((id) => ids.includes(id))).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});

test('goes on after short pages while the total is not reached', async () => {
  const all = Array.from({ length: 60 }, (_, index) => ({ id: `i${index}` }));
  const given = await collect(
    pagesBySkip(100, async (skip) => ({ items: all.slice(skip, skip + 25), total: all.length })),
  );
  expect(given).toEqual(all);
});

test('ends although the total exceeds the items', async () => {
  let fetched = 0;
  const given = await collect(
    pagesBySkip(100, async (skip) => {
      fetched++;
      return { items: skip === 0 ? [{ id: 'i0' }] : [], total: 1_000 };
    }),
  );
  expect(given).toHaveLength(1);
  expect(fetched).toBeLessThan(20);
});

const sevens = (page: number) => Array.from({ length: 7 }, (_, index) => ({ id: `i${page * 7 + index}` }));
const pagers = {
  cursor: (limit: number, page: (call: number) => { id: string }[], total?: number) => {
    let calls = 0;
    const pages = pagesByCursor(limit, async () => ({ items: page(calls++), total, next: [calls] }));
    return { pages, calls: () => calls };
  },
  offset: (limit: number, page: (call: number) => { id: string }[], total?: number) => {
    let calls = 0;
    return { pages: pagesBySkip(limit, async () => ({ items: page(calls++), total })), calls: () => calls };
  },
};

test.each(['cursor', 'offset'] as const)('by %s a page that comes again ends the list, which says so', async (by) => {
  const { pages, calls } = pagers[by](7, () => sevens(0), 1_000);

  expect(await readToEnd(pages)).toEqual({ items: sevens(0), ending: 'cut' });
  expect(calls()).toBe(2);
});

test.each(['cursor', 'offset'] as const)('by %s pages that come in turn end the list, which says so', async (by) => {
  const { pages, calls } = pagers[by](7, (call) => sevens(call % 3), 1_000);

  expect(await readToEnd(pages)).toEqual({ items: [0, 1, 2].flatMap(sevens), ending: 'cut' });
  expect(calls()).toBeLessThan(20);
});

test('by cursor short pages do not end the list, whether or not HighLevel says the total', async () => {
  const page = (call: number) => sevens(call).slice(0, call < 3 ? 4 : 0);
  const all = [0, 1, 2].flatMap(page);

  expect(await readToEnd(pagers.cursor(7, page).pages)).toEqual({ items: all, ending: 'complete' });
  const { pages, calls } = pagers.cursor(7, page, all.length);
  expect(await readToEnd(pages)).toEqual({ items: all, ending: 'complete' });
  expect(calls()).toBe(3);
});

test('by cursor a total that stops counting does not end the list', async () => {
  const { pages } = pagers.cursor(7, (call) => (call < 3 ? sevens(call) : []), 7);

  expect(await readToEnd(pages)).toEqual({ items: [0, 1, 2].flatMap(sevens), ending: 'complete' });
});

test('by offset short pages do not end a list of which HighLevel does not say the total', async () => {
  const all = sevens(0).concat(sevens(1));

  const pages = pagesBySkip(7, async (skip) => ({ items: all.slice(skip, skip + 3) }));
  expect(await readToEnd(pages)).toEqual({ items: all, ending: 'complete' });
});

test('fetches no page before it is consumed', async () => {
  let fetched = 0;
  const pages = pagesByCursor(2, async () => {
    fetched++;
    return { items: [{ id: `i${fetched}a` }, { id: `i${fetched}b` }], next: [fetched] };
  });

  for await (const { id } of pages) if (id === 'i2a') break;
  expect(fetched).toBe(2);
});
