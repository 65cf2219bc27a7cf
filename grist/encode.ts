import { isDay } from '../sync/kinds/day.ts';
import { beginOf } from './clocks.ts';
import type { CellValue } from './doc.ts';

/**
 * Encodes a text for a column of a Grist type (`Text`, `Date`, `DateTime:Europe/Paris`, `ChoiceList` …). A bare array
 * in a choice list would turn the cell into an error (measured on Grist 1.7), hence the `L`. Text that is no number or
 * date goes as it is: Grist keeps it and marks the cell. Without a type, text is always safe.
 */
export function writeText(text: string, type = 'Text'): CellValue {
  const [kind, timeZone] = type.split(':');
  if (kind === 'Date') return writeDay(text, 'UTC');
  if (kind === 'DateTime') return writeDay(text, timeZone || 'UTC');
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

/**
 * The instant at which the day begins in the column's zone; a plain date begins in UTC. A zone that `Intl` does not know gets
 * the text: Grist reads a day by the zone of its column.
 */
function writeDay(text: string, timeZone: string): CellValue {
  if (text === '') return null;
  // A year before 1000 is a slip, and no calendar of `Intl` writes it with four digits.
  return isDay(text) ? (beginOf(text, timeZone) ?? text) : text;
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
