import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../widget/components/commands/registry.ts';
import { incomplete, isTest, tablesOf } from './helpers/doc-tables.ts';

const page = 'docs/features.md';
const rows = tablesOf(page);

test('each feature says how it behaves, and which tests show it', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(incomplete(rows, 3)).toEqual([]);
});

test('each test that a feature names is there', () => {
  const named = rows.flatMap(({ tests }) => tests);
  expect(named.filter((file) => !isTest(file) || !existsSync(file))).toEqual([]);
});

test('each test in the real Grist shows a feature, a screen or a fault', () => {
  const pages = ['features', 'screens', 'faults'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join();
  expect(readdirSync('test/e2e').filter((file) => !pages.includes(`(../test/e2e/${file})`))).toEqual([]);
});

test('each key that does something stands beside what it does', () => {
  const text = readFileSync(page, 'utf8');
  const keys = commands.flatMap((command) => command.keys[0] ?? []).filter((key) => !key.startsWith('Arrow'));
  expect(keys.length).toBeGreaterThan(15);
  const written = (key: string) =>
    `**${key.replace(/(^|\+)([a-z])/, (_, before, letter) => before + letter.toUpperCase())}**`;
  expect(keys.filter((key) => !text.includes(written(key)))).toEqual([]);
});
