import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const table = readFileSync('docs/screens.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every kind of screen is in the table of screens', () => {
  const view = readFileSync('widget/store/view.ts', 'utf8');
  const kinds = view.slice(view.indexOf('export type Screen ='), view.indexOf('/** Nothing (`none`)'));
  const declared = [...kinds.matchAll(/kind: '([a-z-]+)'/g)].map(([, kind]) => kind);
  expect(declared.length).toBeGreaterThan(10);
  expect([...new Set(table.map(([, , kind]) => kind?.replaceAll('`', '')))].sort()).toEqual(declared.sort());
});

test('every state names a test that makes it', () => {
  expect(table.filter(([, , , , tests]) => !/\]\(\.\.\/test\/\S+\.test\.tsx?\)/.test(tests ?? ''))).toEqual([]);
});
