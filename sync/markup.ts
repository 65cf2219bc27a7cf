/** Elements that have no end tag, and those that may go without one. */
const voids = /^(?:br|hr|img|wbr)$/;
const unclosed = /^(?:p|li|t[dhr]|d[dt])$/;
const blocks =
  /^(?:address|article|aside|blockquote|body|caption|center|d(?:d|iv|l|t)|figure|footer|form|h[1-6r]|header|html|li|main|nav|ol|p|pre|section|t(?:able|body|foot|head|r)|ul)$/;

/** Their words are not meant for a reader. One that never ends takes the rest with it, as it does in a browser. */
const unread = 'script|style|template|noscript|svg';
const attributes = /(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*/.source;
const tag = `<(/?)([a-z][\\w:-]*)(${attributes})\\s*/?>`;
const tags = new RegExp(tag, 'gi');
const parts = new RegExp(
  `<(${unread})\\b[^<>]*>[^]*?(?:</\\1\\s*>|$)|<!--[^]*?(?:-->|$)|<[!?][a-z[][^<>]*>|${tag}`,
  'gi',
);

/** What of a text is HTML: the elements that have both their tags somewhere, and those that need none. */
function elementsIn(text: string) {
  const [opened, both] = [new Set<string>(), new Set<string>()];
  let hasVoid = false;
  for (const [, closing, tagName = '', given = ''] of text.matchAll(tags)) {
    const name = tagName.toLowerCase();
    if (closing && opened.has(name)) both.add(name);
    // `<a and b >` is a person's own.
    if (closing || (given !== '' && !given.includes('='))) continue;
    opened.add(name);
    hasVoid ||= voids.test(name);
  }
  return { both, isHtml: hasVoid || both.size > 0 };
}

/**
 * Does a text hold HTML as an editor writes it: an element with both its tags, or a line break? Anything else with a `<` in it,
 * such as `Tom <tom@example.com>` or `<budget and cost >`, is a person's own and read letter by letter.
 */
export const isHtml = (text: string): boolean => text.includes('<') && elementsIn(text).isHtml;

/** A part of an HTML text; `raw` is how it is written there. Without a name it is a comment, a style or a script: not read. */
export type Part =
  | { kind: 'words'; raw: string }
  | { kind: 'tag'; raw: string; name: string; closing: boolean; attributes: string };

/** Takes an HTML text apart. A `<` that begins no tag of HTML belongs to the words. */
export function partsOf(html: string): Part[] {
  const { both } = elementsIn(html);
  const isElement = (name: string, given: string) =>
    both.has(name) || voids.test(name) || unclosed.test(name) || /=\s*["']/.test(given);
  const found: Part[] = [];
  let words = '';
  let end = 0;
  const flush = () => {
    if (words !== '') found.push({ kind: 'words', raw: words });
    words = '';
  };
  for (const match of html.matchAll(parts)) {
    const [raw, , closing, tagName = '', given = ''] = match;
    const name = tagName.toLowerCase();
    words += html.slice(end, match.index);
    end = match.index + raw.length;
    if (name !== '' && !isElement(name, given)) {
      words += raw;
      continue;
    }
    flush();
    found.push({ kind: 'tag', raw, name, closing: closing === '/', attributes: given });
  }
  words += html.slice(end);
  flush();
  return found;
}

export const isBlock = (name: string): boolean => blocks.test(name);

/** Line ends in the source mean nothing between blocks; where a text has neither a block nor a break, a person typed them. */
export const keepsLines = (all: readonly Part[]): boolean =>
  !all.some((part) => part.kind === 'tag' && (part.name === 'br' || isBlock(part.name)));

/**
 * HTML as it is read here, ready for a parser of HTML, which would take each `<` for the start of a tag and drop it with what
 * follows. It makes nothing safe to show.
 */
export function markupOf(html: string): string {
  const all = partsOf(html);
  const typed = keepsLines(all);
  return all
    .map(({ kind, raw }) => {
      if (kind !== 'words') return raw;
      const escaped = raw.replaceAll('<', '&lt;');
      return typed ? escaped.replace(/\r\n?|\n/g, '<br>') : escaped;
    })
    .join('');
}
