import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isBlock, isHtml, keepsLines, type Piece, piecesOf } from './markup.ts';

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
  return isHtml(text) ? { plain: linesOf(piecesOf(text)), lossy: true } : { plain: decoded(text), lossy: false };
}

/** A plain text as HighLevel is to keep it: as it is, unless it would be read as something else. */
export function noteOf(plain: string): string {
  return plainOf(plain).plain === plain ? plain : plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;

/** Only with the semicolon: `?a=1&copy=2` is an address. */
const decoded = (text: string) =>
  text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    const said = name
      ? decodeNamedCharacterReference(name)
      : characterOf(decimal ? Number(decimal) : Number(`0x${hex}`));
    return said === '\u00a0' ? ' ' : said || whole;
  });

/** Characters 128 to 159 of Windows, by which old programs number: `&#146;` is an apostrophe. Node’s decoder lacks them. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80] ?? '';
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

interface List {
  /** `null`: it has bullets. */
  next: number | null;
}

function linesOf(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  const lists: List[] = [];
  let line = '';
  /** What the first word of the line comes after: the mark of a list's item. */
  let lead = '';
  let kept = keepsLines(pieces) ? 1 : 0;
  let cells = 0;
  let isCell = false;

  const end = () => {
    lines.push(line.replace(/ +$/, ''));
    line = '';
  };
  /** Where a block begins or ends, a line that says something is over. */
  const part = () => {
    if (isCell) line = line.replace(/([^\s])$/, '$1 ');
    else if (line !== '') end();
  };
  const say = (words: string) => {
    const said = line === '' || line.endsWith(' ') ? words.replace(/^ +/, '') : words;
    if (said === '') return;
    line += lead + said;
    lead = '';
  };
  const read = (raw: string) => {
    const words = decoded(raw);
    if (kept === 0) return say(words.replace(/\s+/g, ' '));
    words.split(/\r\n?|\n/).forEach((row, at) => {
      if (at > 0) end();
      line += row;
    });
  };

  for (const piece of pieces) {
    if (piece.kind === 'words') read(piece.raw);
    if (piece.kind !== 'tag') continue;
    const { name, closing, attributes } = piece;
    if (name === 'td' || name === 'th') {
      isCell = !closing;
      if (!closing && cells++ > 0) line = `${line.trimEnd()}\t`;
      continue;
    }
    if (name === 'br') {
      if (isCell) part();
      else end();
    } else if (name === 'img') {
      const [, , alt = ''] = /\salt\s*=\s*(["'])(.*?)\1/i.exec(attributes) ?? [];
      if (alt !== '') say(`[${decoded(alt)}]`);
    } else if (isBlock(name)) part();
    if (name === 'pre') kept += closing ? -Math.min(kept, 1) : 1;
    if (name === 'tr') cells = 0;
    if ((name === 'ul' || name === 'ol') && !closing) lists.push({ next: name === 'ol' ? 1 : null });
    if ((name === 'ul' || name === 'ol') && closing) lists.pop();
    if (name === 'li' && !closing) lead = markOf(lists.at(-1));
  }
  if (line !== '') end();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function markOf(list: List | undefined): string {
  if (!list || list.next === null) return '• ';
  return `${list.next++}. `;
}
