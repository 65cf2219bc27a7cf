import { kindOf } from '../../../grist/cells.ts';
import type { CellValue } from '../../../grist/doc.ts';

const defaults: Readonly<Record<string, CellValue>> = {
  ...{ Bool: false, Choice: '', Int: 0, Numeric: 0, Ref: 0, Text: '' },
};

/** What a cell of such a column begins with. */
export const defaultOf = (type: string): CellValue => defaults[kindOf(type)] ?? null;

/** What a cell of such a column holds when a value is written to it; a value that does not fit stays as text. */
export function convert(value: CellValue, type: string): CellValue {
  const kind = kindOf(type);
  if (kind === 'Text' || kind === 'Choice') return value === null || Array.isArray(value) ? value : String(value);
  if (kind === 'Bool') return toFlag(value);
  if (kind === 'ChoiceList' || kind === 'RefList' || kind === 'Attachments') return isEmptyList(value) ? null : value;
  if (kind === 'Ref') return value === null || value === '' ? 0 : value;
  if (!['Int', 'Numeric', 'Date', 'DateTime'].includes(kind)) return value;
  if (value === '' || value === null) return null;
  return typeof value === 'string' ? toNumber(value, type) : kind === 'Int' ? Math.trunc(Number(value)) : value;
}

const isEmptyList = (value: CellValue) => value === '' || (Array.isArray(value) && value.length === 1);

function toFlag(value: CellValue): CellValue {
  if (!value) return false;
  if (typeof value === 'number') return true;
  const words: Readonly<Record<string, boolean>> = {
    true: true,
    yes: true,
    1: true,
    false: false,
    no: false,
    0: false,
  };
  return typeof value === 'string' ? (words[value.toLowerCase()] ?? value) : value;
}

function toNumber(text: string, type: string): CellValue {
  const [kind, zone = 'UTC'] = type.split(':');
  if (kind === 'Int' || kind === 'Numeric') {
    const number = Number(text);
    if (text.trim() === '' || Number.isNaN(number)) return text;
    return kind === 'Int' ? Math.trunc(number) : number;
  }
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return text;
  const utc = Date.parse(kind === 'Date' ? text.slice(0, 10) : `${text}${text.includes('T') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(utc) ? text : (utc - (kind === 'DateTime' ? aheadOf(zone, utc) : 0)) / 1000;
}

/** Milliseconds by which clocks in a zone are ahead of UTC. */
function aheadOf(timeZone: string, time: number): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${clock.format(time).replace(' ', 'T')}Z`) - time;
}

/**
 * The type that a column which was never filled takes with its first texts. Grist's guess is finer, and as rash: it makes a
 * date of `+15550001` (measured on Grist 1.7).
 */
export function guessType(values: readonly CellValue[]): string | null {
  const filled = values.filter((value) => value !== null && value !== '');
  if (filled.length === 0) return null;
  return filled.every((value) => !Array.isArray(value) && !Number.isNaN(Number(value))) ? 'Numeric' : 'Text';
}
