import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = 'docs/faults.md';
const rows = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what goes wrong'));
const linked = (row: string) => [...row.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, file]) => file ?? '');

test('each fault says what is seen, what is done, and which test makes it', () => {
  const incomplete = rows.filter((row) => {
    const cells = row.split('|').slice(1, -1);
    return cells.length !== 4 || cells.some((cell) => cell.trim() === '') || linked(cells[3] ?? '').length === 0;
  });
  expect(rows.length).toBeGreaterThan(20);
  expect(incomplete).toEqual([]);
});

test('each test that a fault names is there', () => {
  const missing = rows.flatMap(linked).filter((file) => !file.endsWith('.test.ts') || !existsSync(file));
  expect(missing).toEqual([]);
});

test('each test of real processes stands beside its fault', () => {
  const named = new Set(rows.flatMap(linked));
  const files = readdirSync('test/faults').map((file) => join('test/faults', file));
  expect(files.filter((file) => !named.has(file))).toEqual([]);
});
