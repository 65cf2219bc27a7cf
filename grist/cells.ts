import { dayAt } from './clocks.ts';
import type { CellValue } from './doc.ts';

type Coded = readonly [code: string, ...parts: unknown[]];

const isCoded = (cell: CellValue | undefined): cell is Coded => Array.isArray(cell) && typeof cell[0] === 'string';

/** The kind of a Grist type: `Date` of `Date`, `DateTime` of `DateTime:Europe/Paris`, `Ref` of `Ref:People`. */
export const kindOf = (type: string): string => type.split(':')[0] ?? '';

/**
 * A cell as a single record has it. A table has bare seconds for a day, which only the column's type tells from a number
 * (measured on Grist 1.7).
 */
function code(cell: CellValue | undefined, type: string): CellValue | undefined {
  const [kind, parameter = ''] = type.split(':');
  if (typeof cell !== 'number') return cell;
  if (kind === 'Date') return ['d', cell];
  if (kind === 'DateTime') return ['D', cell, parameter || 'UTC'];
  return cell;
}

/** Such a column holds row ids, which say nothing that a reader knows. */
export const isReference = (type: string): boolean => ['Ref', 'RefList', 'Attachments'].includes(kindOf(type));

/**
 * Reads a cell of a column of a Grist type as text, dates as `YYYY-MM-DD`. Returns `undefined` for what does not have a text:
 * a formula's error, a value hidden by an access rule, one still loading, a reference, an instant of no calendar.
 */
export function readText(cell: CellValue | undefined, type = 'Any'): string | undefined {
  const coded = code(cell, type);
  if (coded === undefined || isReference(type)) return undefined;
  if (coded === null) return '';
  if (!isCoded(coded)) return String(coded);
  const [letter, first, second] = coded;
  if (letter === 'd' && typeof first === 'number') return dayAt(first, 'UTC');
  if (letter === 'D' && typeof first === 'number') return dayAt(first, String(second));
  if (letter === 'L') return coded.slice(1).join(', ');
  return undefined;
}

/** Reads a cell as text, a list with one item a line. */
export function readLines(cell: CellValue | undefined, type = 'Any'): string | undefined {
  const isList = isCoded(cell) && cell[0] === 'L' && !isReference(type);
  return isList ? cell.slice(1).map(String).join('\n') : readText(cell, type);
}

/** Reads a cell as a list: a choice list as it is, text by its commas. */
export function readList(cell: CellValue | undefined): string[] | undefined {
  if (isCoded(cell) && cell[0] === 'L') return cell.slice(1).map(String);
  return readText(cell)
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
