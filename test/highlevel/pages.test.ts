import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect, pagesByCursor, pagesBySkip } from '../../highlevel/pages.ts';

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
        pagesByCursor(async (cursor) => {
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

test('pages by offset give each remaining item exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ([size, rounds]) => {
      const list = changingList(size, rounds);
      const given = await collect(
        pagesBySkip(7, async (skip, limit) => {
          const items = list.items().slice(skip, skip + limit);
          list.change();
          return { items };
        }),
      );
      const ids = given.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...list.stayed].every((id) => ids.includes(id))).toBe(true);
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

test('ends although a service gives the same page again and again', async () => {
  const items = Array.from({ length: 7 }, (_, index) => ({ id: `i${index}` }));

  expect(await collect(pagesBySkip(7, async () => ({ items })))).toEqual(items);
});

test('fetches no page before it is consumed', async () => {
  let fetched = 0;
  const pages = pagesByCursor(async () => {
    fetched++;
    return { items: [{ id: `i${fetched}a` }, { id: `i${fetched}b` }], next: [fetched] };
  });

  for await (const { id } of pages) if (id === 'i2a') break;
  expect(fetched).toBe(2);
});
