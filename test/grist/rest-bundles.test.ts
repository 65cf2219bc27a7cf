import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserAction } from '../../grist/doc.ts';
import { joinResults, splitActions } from '../../grist/rest-bundles.ts';

const add = (rows: number, text = 'x'): UserAction => [
  'BulkAddRecord',
  'People',
  Array.from({ length: rows }, () => null),
  { Name: Array.from({ length: rows }, (_, index) => `${text}${index}`) },
];
const rowsOf = ({ actions }: { actions: readonly UserAction[] }) =>
  actions.reduce((sum, [, , rowIds]) => sum + (Array.isArray(rowIds) ? rowIds.length : 1), 0);

test('what Grist takes at once stays one bundle', () => {
  const actions = [['AddTable', 'People', []], add(300), ['UpdateRecord', 'People', 1, { Name: 'y' }]] as const;
  expect(splitActions(actions)).toEqual([{ actions, positions: [0, 1, 2] }]);
});

test('no bundle has more than 500 rows, and all come in their order', () => {
  const bundles = splitActions([add(1_201), add(3)]);
  expect(bundles.map(rowsOf)).toEqual([500, 500, 204]);
  const names = bundles.flatMap(({ actions }) =>
    actions.flatMap(([, , , cells]) => (cells as { Name: string[] }).Name),
  );
  expect(names).toEqual([...Array(1_201).keys(), 0, 1, 2].map((index) => `x${index}`));
});

test('no bundle is longer than 0.9 MB, unless one row is', () => {
  const bundles = splitActions([add(400, 'é'.repeat(5_000)), ['AddRecord', 'People', null, { Name: 'z'.repeat(1e6) }]]);
  const sizes = bundles.map(({ actions }) => Buffer.byteLength(JSON.stringify(actions)));
  expect(Math.max(...sizes.slice(0, -1))).toBeLessThanOrEqual(900_000);
  expect(bundles.reduce((sum, bundle) => sum + rowsOf(bundle), 0)).toBe(401);
});

test('a bulk removal is split too', () => {
  const rowIds = Array.from({ length: 700 }, (_, index) => index + 1);
  const bundles = splitActions([['BulkRemoveRecord', 'People', rowIds]]);
  expect(bundles.flatMap(({ actions }) => actions.flatMap(([, , part]) => part))).toEqual(rowIds);
});

test('each action returns what it would return whole', () => {
  const size = fc.integer({ min: 1, max: 1_300 });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 4 }), (sizes) => {
      let last = 0;
      const results: unknown[] = [];
      for (const bundle of splitActions(sizes.map((rows) => add(rows)))) {
        const returned = bundle.actions.map(([, , rowIds]) => (rowIds as unknown[]).map(() => ++last));
        joinResults(results, bundle, returned);
      }
      expect(results.map((ids) => (ids as number[]).length)).toEqual(sizes);
      expect(results.flat()).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }),
    { numRuns: 20 },
  );
});
