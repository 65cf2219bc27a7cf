import { readFileSync } from 'node:fs';

export interface DocRow {
  cells: readonly string[];
  /** The files under `test/` that the row links to. */
  tests: readonly string[];
}

const linked = (text: string) => [...text.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, file]) => file ?? '');

/** The rows of all tables of a page, without their heads. */
export function tablesOf(page: string): DocRow[] {
  const lines = readFileSync(page, 'utf8').split('\n');
  const isRow = (line: string | undefined) => line?.startsWith('|') ?? false;
  const isRule = (line: string | undefined) => /^\|[\s|:-]+\|$/.test(line ?? '');
  return lines
    .filter((line, index) => isRow(line) && !isRule(line) && !isRule(lines[index + 1]))
    .map((line) => ({
      cells: line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
      tests: linked(line),
    }));
}

/** Rows that leave a cell empty or name no test. */
export const incomplete = (rows: readonly DocRow[], cells: number): string[] =>
  rows
    .filter((row) => row.cells.length !== cells || row.cells.includes('') || row.tests.length === 0)
    .map((row) => row.cells.join(' | '));

/** A test is a file that vitest runs. */
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
