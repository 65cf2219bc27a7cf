import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { oneSpaced, readable } from './characters.ts';
import { isBlock, isHtml, keepsLines, type Part, partsOf } from './markup.ts';

/** What a person reads of a text of HighLevel's. */
export interface PlainText {
  plain: string;
  /** Does the text hold more than its words, such as bold ones or a list? Then nothing may be sent in its place. */
  lossy: boolean;
}

/**
 * Reads a text that may be HTML, a line for each block. One reader for cells, search and panel: what it reads in a text that
 * `noteOf` made is what that was made of.
 */
export function plainOf(text: string): PlainText {
  if (!isHtml(text)) return { plain: decoded(text), lossy: false };
  const parts = partsOf(text);
  return { plain: linesOf(parts), lossy: !parts.every(isPlain) };
}

/** HighLevel wraps lines in bare paragraphs: these say no more than the line ends. */
const isPlain = (part: Part): boolean =>
  part.kind === 'words' || (/^(?:p|div|br)$/.test(part.name) && part.attributes.trim() === '');

/** A plain text as HighLevel is to keep it: as it is, unless it would be read as something else. */
export function noteOf(plain: string): string {
  return plainOf(plain).plain === plain ? plain : plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Do two texts say the same to a person? HTML counts by its words, and neither blanks nor empty lines count. */
export const readsSame = (left: string, right: string): boolean =>
  left === right || wordsIn(plainOf(left).plain) === wordsIn(plainOf(right).plain);

/** The words of a plain text, line by line. */
export const wordsIn = (plain: string): string => readable(plain).split('\n').map(oneSpaced).filter(Boolean).join('\n');

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;

/** Only with the semicolon: `?a=1&copy=2` is an address. */
const decoded = (text: string) =>
  text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    const character = name
      ? decodeNamedCharacterReference(name)
      : characterOf(decimal ? Number(decimal) : Number(`0x${hex}`));
    return character === '\u00a0' ? ' ' : character || whole;
  });

/** Characters 128 to 159 of Windows, by which old programs number: `&#146;` is an apostrophe. Node’s decoder lacks them. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80] ?? '';
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

function linesOf(all: readonly Part[]): string {
  const lines: string[] = [];
  /** The lists that are open: the next number, or `null` for bullets. */
  const lists: (number | null)[] = [];
  let line = '';
  /** Does another blank say nothing? Looking at the end of a long line each time would take long. */
  let isSpaced = true;
  /** What comes before the first word of the line: the mark of a list's item. */
  let mark = '';
  let preformatted = keepsLines(all) ? 1 : 0;
  let cells = 0;
  let isCell = false;

  const end = () => {
    lines.push(line.trimEnd());
    line = '';
    isSpaced = true;
  };
  /** Where a block begins or ends, a line that says something is over; within a cell of a table it goes on. */
  const divide = () => {
    if (isCell) add(' ');
    else if (line !== '') end();
  };
  const add = (words: string) => {
    const added = isSpaced ? words.trimStart() : words;
    if (added === '') return;
    line += mark + added;
    mark = '';
    isSpaced = added.endsWith(' ');
  };
  const addLines = (words: string) => {
    for (const [at, row] of words.split('\n').entries()) {
      if (at > 0) end();
      line += row;
    }
  };

  for (const part of all) {
    if (part.kind === 'words') {
      const words = decoded(part.raw).replace(/\r\n?/g, '\n');
      if (preformatted > 0) addLines(words);
      else add(words.replace(/\s+/g, ' '));
      continue;
    }
    const { name, closing, attributes } = part;
    if (name === 'td' || name === 'th') {
      isCell = !closing;
      if (isCell && cells++ > 0) {
        line += '\t';
        isSpaced = true;
      }
    } else if (name === 'br' && !isCell) end();
    else if (name === 'br' || isBlock(name)) divide();
    switch (name) {
      case 'img':
        add(pictureOf(attributes));
        break;
      case 'pre':
        preformatted += closing ? -1 : 1;
        break;
      case 'tr':
        cells = 0;
        break;
      case 'ul':
      case 'ol':
        if (closing) lists.pop();
        else lists.push(name === 'ol' ? 1 : null);
        break;
      case 'li':
        if (!closing) mark = markOf(lists);
    }
  }
  if (line !== '') end();
  return lines
    .join('\n')
    .replace(/ +\t/g, '\t')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function pictureOf(attributes: string): string {
  const [, , alt = ''] = /\salt\s*=\s*(["'])(.*?)\1/i.exec(attributes) ?? [];
  return alt && `[${decoded(alt)}]`;
}

function markOf(lists: (number | null)[]): string {
  const number = lists.pop() ?? null;
  lists.push(number && number + 1);
  return number === null ? '• ' : `${number}. `;
}
