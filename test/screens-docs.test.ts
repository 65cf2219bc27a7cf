import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { incomplete, isTest, tablesOf } from './helpers/doc-tables.ts';

const rows = tablesOf('docs/screens.md');

test('every kind of screen is in the table of screens', () => {
  const view = readFileSync('widget/store/view.ts', 'utf8');
  const kinds = view.slice(view.indexOf('export type Screen ='), view.indexOf('/** The one fact of the status line'));
  const declared = [...kinds.matchAll(/kind: '([a-z-]+)'/g)].map(([, kind]) => kind);
  expect(declared.length).toBeGreaterThan(10);
  const described = rows.map(({ cells }) => cells[1]?.replaceAll('`', ''));
  expect([...new Set(described)].sort()).toEqual(declared.sort());
});

test('every state names a test that makes it', () => {
  expect(incomplete(rows, 4)).toEqual([]);
  expect(rows.flatMap(({ tests }) => tests).filter((file) => !isTest(file))).toEqual([]);
});
