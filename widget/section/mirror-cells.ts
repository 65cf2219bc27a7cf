import type { MirrorColumn } from '../../sync/mirror.ts';
import type { CellValue } from './api.ts';
import { readText } from './cells.ts';
import { writeText } from './write-cells.ts';

const kindOf = (type: string) => type.split(':')[0] ?? '';

const wholeTypes: Readonly<Record<MirrorColumn['value'], readonly string[]>> = {
  text: ['Text', 'Choice', 'Any'],
  name: ['Text', 'Choice', 'Any'],
  time: ['DateTime'],
  flag: ['Bool'],
};

/** Can a column of that type say all that such a value says? A day without its time of day cannot. */
export const saysWhole = (value: MirrorColumn['value'], type: string): boolean =>
  wholeTypes[value].includes(kindOf(type));

export const saysDayOnly = (value: MirrorColumn['value'], type: string): boolean =>
  value === 'time' && kindOf(type) === 'Date';

const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** Reads a cell of a table as text in the terms of `sync/mirror.ts`; `undefined` for what says nothing about its value. */
export function readMirrorCell(
  cell: CellValue | undefined,
  value: MirrorColumn['value'],
  type: string,
): string | undefined {
  // A whole table comes with bare seconds where a single record comes with coded dates (measured on Grist 1.7).
  if (value === 'time' && typeof cell === 'number') {
    return kindOf(type) === 'Date' ? iso(cell).slice(0, 10) : iso(cell);
  }
  if (value === 'flag' && cell === null) return 'false';
  return readText(cell)?.trim();
}

/** Encodes a text in the terms of `sync/mirror.ts` for a column of a Grist type. */
export function writeMirrorCell(text: string, value: MirrorColumn['value'], type: string): CellValue {
  if (value === 'time' && kindOf(type) === 'DateTime') {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : Math.floor(time / 1000);
  }
  return writeText(text, type);
}
