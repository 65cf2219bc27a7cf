import type { Column } from '../mapping.ts';

/** Grist's type without its parameter: `DateTime:Europe/Paris` is a `DateTime`. */
export const typeOf = ({ type }: Column) => type.split(':')[0] ?? '';

/** What parts the items of a list in a column; a list column comes one item a line. */
export function separatorFor(column: Column, texts: readonly string[]): string {
  if (typeOf(column) === 'ChoiceList') return '\n';
  // What stands in quotes is one item.
  const bare = texts.map((text) => text.replace(/"[^"]*"/g, ''));
  const found = [';', '|', '\n'].find((separator) => bare.some((text) => text.includes(separator)));
  return found ?? ',';
}
