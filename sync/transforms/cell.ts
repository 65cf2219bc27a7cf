import { isDay } from '../kinds/day.ts';
import { floatText } from '../kinds/decimal.ts';

/** What the cells of a column can hold, by Grist's type of it. `any` may hold a list among others; `none`: no text at all. */
export type CellType = 'text' | 'any' | 'number' | 'integer' | 'day' | 'time' | 'flag' | 'list' | 'none';

const types: Readonly<Record<string, CellType>> = {
  '': 'any',
  Any: 'any',
  Text: 'text',
  Choice: 'text',
  Numeric: 'number',
  Int: 'integer',
  Date: 'day',
  DateTime: 'time',
  Bool: 'flag',
  ChoiceList: 'list',
};

/** References and files have no text of their own. `type` is Grist's, such as `Date` or `DateTime:Europe/Paris`. */
export const cellTypeOf = (type: string): CellType => types[type.split(':')[0] ?? ''] ?? 'none';

/** Grist cuts the decimals of an Int and refuses what takes more than 32 bits (source: grist-core, usertypes.py). */
const isInteger = (value: number) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;

/** The text that a cell is read as after `text` was written to it; `undefined` where its type cannot hold that. */
export function heldBy(cell: CellType, text: string): string | undefined {
  if (text === '') return cell === 'flag' ? 'false' : cell === 'none' ? undefined : text;
  switch (cell) {
    case 'number':
      return floatText(Number(text));
    case 'integer':
      return isInteger(Number(text)) ? String(Number(text)) : undefined;
    case 'day':
    case 'time':
      return isDay(text) ? text : undefined;
    case 'flag':
      return text === 'true' || text === 'false' ? text : undefined;
    case 'list':
      return text.split('\n').filter(Boolean).join('\n');
    case 'none':
      return undefined;
    default:
      return text;
  }
}

/** A cell's text with the exponent of a large or small number written out. `undefined`: infinite, or no number. */
export function readFrom(cell: CellType, text: string): string | undefined {
  const isNumber = (cell === 'number' || cell === 'integer') && /e|Infinity|NaN/.test(text);
  return isNumber ? floatText(Number(text)) : text;
}
