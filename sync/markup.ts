const elements = new Set(
  (
    'a abbr acronym address article aside audio b bdi bdo big blockquote body br button caption center cite code col ' +
    'colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header ' +
    'hr html i iframe img input ins kbd label legend li link main mark menu meta nav noscript ol option p picture ' +
    'pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr tt u ul var video wbr'
  ).split(' '),
);
/** Word and Outlook put their own among them, such as `<o:p>`. */
const isElement = (name: string) => elements.has(name) || /^(?:o|v|w|m|st1):\w+$/.test(name);
const voids = new Set(['br', 'hr', 'img', 'wbr']);
/** Their words are not meant for a reader. One that never ends takes the rest with it, as it does in a browser. */
const unread = 'script|style|template|noscript|svg';

const attribute = /\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?/.source;
const tag = `<(/?)([a-z][a-z\\d]*(?::\\w+)?)((?:${attribute})*)\\s*/?>`;
const pieces = new RegExp(
  `<(${unread})\\b[^<>]*>[^]*?(?:</\\1\\s*>|$)|<!--[^]*?(?:-->|$)|<[!?][a-z[][^<>]*>|${tag}`,
  'gi',
);
const tags = new RegExp(tag, 'gi');

/**
 * Does a text hold HTML as an editor writes it: an element with both its tags, or a line break? Anything else with a `<` in it,
 * such as `Tom <tom@example.com>` or `<budget and cost >`, is a person's own and read letter by letter.
 */
export function isHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  const opened = new Set<string>();
  for (const [, closing, said = '', attributes = ''] of text.matchAll(tags)) {
    const name = said.toLowerCase();
    if (!isElement(name) || (attributes !== '' && !attributes.includes('='))) continue;
    if (voids.has(name) || (closing && opened.has(name))) return true;
    if (!closing) opened.add(name);
  }
  return false;
}

/** A part of an HTML text; `raw` is how it is written there. */
export type Piece =
  | { kind: 'words'; raw: string }
  | { kind: 'tag'; raw: string; name: string; closing: boolean; attributes: string }
  /** A comment, a style, a script: nothing to read. */
  | { kind: 'unread'; raw: string };

/** Takes an HTML text apart. A `<` that begins no tag of HTML belongs to the words. */
export function piecesOf(html: string): Piece[] {
  const found: Piece[] = [];
  let words = '';
  let end = 0;
  const flush = () => {
    if (words !== '') found.push({ kind: 'words', raw: words });
    words = '';
  };
  for (const match of html.matchAll(pieces)) {
    const [raw, , closing, said = '', attributes = ''] = match;
    const name = said.toLowerCase();
    words += html.slice(end, match.index);
    end = match.index + raw.length;
    if (name !== '' && !isElement(name)) {
      words += raw;
      continue;
    }
    flush();
    if (name === '') found.push({ kind: 'unread', raw });
    else found.push({ kind: 'tag', raw, name, closing: closing === '/', attributes });
  }
  words += html.slice(end);
  flush();
  return found;
}

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlock = (name: string): boolean => blocks.has(name);

/** Line ends in the source mean nothing between blocks; where a text has neither a block nor a break, a person typed them. */
export const keepsLines = (all: readonly Piece[]): boolean =>
  !all.some((piece) => piece.kind === 'tag' && (piece.name === 'br' || isBlock(piece.name)));

/**
 * HTML as it is read here, ready for a parser of HTML, which would take each `<` for the start of a tag and drop it with what
 * follows. It makes nothing safe to show.
 */
export function markupOf(html: string): string {
  const all = piecesOf(html);
  const typed = keepsLines(all);
  return all
    .map(({ kind, raw }) => {
      if (kind !== 'words') return raw;
      const escaped = raw.replaceAll('<', '&lt;');
      return typed ? escaped.replace(/\r\n?|\n/g, '<br>') : escaped;
    })
    .join('');
}
