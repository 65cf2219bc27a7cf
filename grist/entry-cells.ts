import type { EntryColumn } from '../sync/entries.ts';
import { kindOf, readText } from './cells.ts';
import { dayAt } from './clocks.ts';
import type { CellValue } from './doc.ts';
import { writeText } from './encode.ts';

const wholeTypes: Readonly<Record<EntryColumn['value'], readonly string[]>> = {
  text: ['Text', 'Choice', 'Any'],
  name: ['Text', 'Choice', 'Any'],
  time: ['DateTime'],
  flag: ['Bool'],
};

/** Can a column of that type hold all of such a value? A day without its time of day cannot. */
export const holdsWhole = (value: EntryColumn['value'], type: string): boolean =>
  wholeTypes[value].includes(kindOf(type));

export const holdsDayOnly = (value: EntryColumn['value'], type: string): boolean =>
  value === 'time' && kindOf(type) === 'Date';

/** `undefined` for an instant of no calendar. */
function iso(seconds: number): string | undefined {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}

/** Reads a cell of a table as text in the terms of `sync/entries.ts`; `undefined` for a cell without a readable value. */
export function readEntryCell(
  cell: CellValue | undefined,
  value: EntryColumn['value'],
  type: string,
): string | undefined {
  // A table has bare seconds for a time (measured on Grist 1.7).
  if (value === 'time' && typeof cell === 'number') {
    return kindOf(type) === 'Date' ? dayAt(cell, 'UTC') : iso(cell);
  }
  if (value === 'flag' && cell === null) return 'false';
  return readText(cell, type)?.trim();
}

/** Encodes a text in the terms of `sync/entries.ts` for a column of a Grist type. */
export function writeEntryCell(text: string, value: EntryColumn['value'], type: string): CellValue {
  if (value === 'time' && kindOf(type) === 'DateTime') {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : Math.floor(time / 1000);
  }
  return writeText(text, type);
}
