import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { incomplete, isTest, tablesOf } from './helpers/doc-tables.ts';

const rows = tablesOf('docs/faults.md');
const named = rows.flatMap(({ tests }) => tests);

test('each fault says what is seen, what is done, and which test makes it', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(incomplete(rows, 4)).toEqual([]);
});

test('each test that a fault names is there', () => {
  expect(named.filter((file) => !isTest(file) || !existsSync(file))).toEqual([]);
});

test('each test of real processes stands beside its fault', () => {
  const files = readdirSync('test/faults').map((file) => join('test/faults', file));
  expect(files.filter((file) => !named.includes(file))).toEqual([]);
});
