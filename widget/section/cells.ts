import type { CellValue } from './api.ts';

type Coded = readonly [string, ...unknown[]];

const isCoded = (cell: CellValue | undefined): cell is Coded => Array.isArray(cell);

/** `YYYY-MM-DD` of an instant, as a calendar in that zone shows it; Swedish writes days like ISO does. */
const dayIn = (seconds: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(seconds * 1000);

/**
 * Reads a cell as text, dates as `YYYY-MM-DD`. Answers `undefined` for what says nothing about its value: a formula's
 * error, a value hidden by an access rule, one still loading.
 */
export function readText(cell: CellValue | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (cell === null) return '';
  if (!isCoded(cell)) return String(cell);
  const [code, first, second] = cell;
  if (code === 'd' && typeof first === 'number') return dayIn(first, 'UTC');
  if (code === 'D' && typeof first === 'number') return dayIn(first, String(second));
  if (code === 'L') return cell.slice(1).join(', ');
  return undefined;
}

/** Reads a cell as text, a list with one item a line. */
export function readLines(cell: CellValue | undefined): string | undefined {
  return isCoded(cell) && cell[0] === 'L' ? cell.slice(1).map(String).join('\n') : readText(cell);
}

/** Reads a cell as a list: a choice list as it is, text by its commas. */
export function readList(cell: CellValue | undefined): string[] | undefined {
  if (isCoded(cell) && cell[0] === 'L') return cell.slice(1).map(String);
  return readText(cell)
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
