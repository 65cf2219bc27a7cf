import type { CellType } from './cell.ts';

/**
 * The items of a text, without blanks around them. A list column comes one item a line, whatever the separator. An item that
 * holds the separator stands in quotes, as Grist writes it when a list becomes text; those in `whole` need none.
 */
export function splitItems(text: string, separator: string, whole: readonly string[] = []): string[] {
  const lines = text.split('\n');
  const items =
    separator === '\n' || separator === '' ? lines : lines.flatMap((line) => splitLine(line, separator, whole));
  return items.map((item) => item.trim()).filter(Boolean);
}

function splitLine(line: string, separator: string, whole: readonly string[]): string[] {
  const longestFirst = whole.toSorted((one, other) => other.length - one.length);
  const items: string[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const [item, length] = quotedAt(rest, separator) ??
      wholeAt(rest, separator, longestFirst) ?? [until(rest, separator), until(rest, separator).length];
    items.push(item);
    rest = rest.slice(length).trimStart().slice(separator.length).trimStart();
  }
  return items;
}

const until = (text: string, separator: string) => text.split(separator, 1)[0] ?? '';

/** Does an item end here? */
const endsAt = (text: string, at: number, separator: string) => {
  const after = text.slice(at).trimStart();
  return after === '' || after.startsWith(separator);
};

type Found = readonly [item: string, length: number];

function quotedAt(text: string, separator: string): Found | undefined {
  const [quoted, inside = ''] = /^"((?:[^"]|"")*)"/.exec(text) ?? [];
  if (quoted === undefined || !endsAt(text, quoted.length, separator)) return undefined;
  return [inside.replaceAll('""', '"'), quoted.length];
}

function wholeAt(text: string, separator: string, whole: readonly string[]): Found | undefined {
  const item = whole.find((one) => text.startsWith(one) && endsAt(text, one.length, separator));
  return item === undefined ? undefined : [item, item.length];
}

const separators = [',', ';', '|'];

/** How a text says several items. */
export interface ListForm {
  separator: string;
  whole?: readonly string[];
  strict?: true;
  cell?: CellType;
}

/** Is the separator only guessed, and does the text hold another one, outside of quotes? */
export function isAmbiguousList({ separator, whole = [], strict, cell }: ListForm, text: string): boolean {
  if (!strict || cell === 'list') return false;
  const bare = whole.reduce((rest, item) => rest.replaceAll(item, ''), text.replace(/"(?:[^"]|"")*"/g, ''));
  return separators.some((other) => other !== separator && bare.includes(other));
}

/** Items of field terms, one a line, as one text. */
export function joinItems(form: ListForm, value: string): string {
  const { separator, whole = [] } = form;
  const glue = separator === ',' || separator === ';' ? `${separator} ` : separator || '\n';
  const needsQuotes = (item: string) =>
    (item.includes(separator) && !whole.includes(item)) || item.startsWith('"') || isAmbiguousList(form, item);
  const quoted = (item: string) => `"${item.replaceAll('"', '""')}"`;
  return splitItems(value, '\n')
    .map((item) => (separator !== '\n' && separator !== '' && needsQuotes(item) ? quoted(item) : item))
    .join(glue);
}
