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

/**
 * Encodes a text for a column of a Grist type (`Text`, `Date`, `DateTime:Europe/Paris`, `ChoiceList` …). A bare array
 * in a choice list would turn the cell into an error (measured on Grist 1.7), hence the `L`. Text that is no number or
 * date goes as it is: Grist keeps it and marks the cell. Without a type, text is always safe.
 */
export function writeText(text: string, type = 'Text'): CellValue {
  const [kind, timeZone = 'UTC'] = type.split(':');
  if (kind === 'Date') return writeDay(text, 'UTC');
  if (kind === 'DateTime') return writeDay(text, timeZone);
  if (kind === 'Numeric' || kind === 'Int') return writeNumber(text);
  if (kind === 'Bool') return writeFlag(text);
  if (kind === 'ChoiceList') return writeList(text.split('\n').filter(Boolean), type);
  return text;
}

/** Encodes a list for a column of a Grist type: `['L', …]`, or text with commas where the column takes no list. */
export function writeList(items: readonly string[], type: string | undefined): CellValue {
  if (type !== 'ChoiceList') return items.join(', ');
  return items.length > 0 ? ['L', ...items] : null;
}

/** Seconds since 1970 at the midnight that begins the day in the column's zone. A plain date is midnight UTC. */
function writeDay(text: string, timeZone: string): CellValue {
  if (text === '') return null;
  const utc = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(utc)) return text;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const ahead = Date.parse(`${clock.format(utc).replace(' ', 'T')}Z`) - utc;
  return (utc - ahead) / 1000;
}

/** A text that says neither goes as it is, and Grist marks the cell. */
function writeFlag(text: string): CellValue {
  const said = { true: true, false: false, '': false }[text.toLowerCase()];
  return said ?? text;
}

function writeNumber(text: string): CellValue {
  if (text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
