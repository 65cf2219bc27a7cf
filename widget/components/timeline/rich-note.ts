import { markupOf } from '../../../sync/markup.ts';

/** What an editor may show as itself. Anything else stands there as a word that cannot be changed. */
const shown = new Set([
  ...['P', 'DIV', 'SPAN', 'BR', 'HR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'A', 'UL', 'OL', 'LI', 'BLOCKQUOTE'],
  ...['CODE', 'PRE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'SUB', 'SUP'],
]);
/** What a browser makes while somebody types, and what the note then keeps. */
const madeAnew = new Set(['P', 'DIV', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'UL', 'OL', 'LI', 'BLOCKQUOTE']);
const hidden = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'META', 'LINK', 'TITLE']);

export interface RichNote {
  /** For an editable element: elements without any attribute of the note's, so nothing in it loads, runs or leads away. */
  content: DocumentFragment;
  /** The HTML to save. What the person left alone is exactly as it came, attributes and unknown elements included. */
  read(edited: Element): string;
}

/**
 * Opens a note's HTML for editing. The original is parsed into an inert document and stays there: each editable element
 * carries the number of the one that it stands for, and reading puts the original back in its place.
 */
export function openRichNote(html: string, wordFor: (tag: string) => string): RichNote {
  const source = new DOMParser().parseFromString(markupOf(html), 'text/html');
  const originals: Element[] = [];
  const mark = (element: HTMLElement, original: Element) => {
    element.dataset.original = String(originals.push(original) - 1);
  };

  function show(node: Node): Node | null {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.textContent ?? '');
    if (!(node instanceof Element)) return null;
    if (shown.has(node.tagName)) {
      const element = document.createElement(node.tagName);
      mark(element, node);
      element.append(...shownIn(node));
      return element;
    }
    const stand = document.createElement('span');
    mark(stand, node);
    stand.contentEditable = 'false';
    stand.className = 'rich-kept';
    stand.hidden = hidden.has(node.tagName);
    stand.textContent = node.getAttribute('alt') || wordFor(node.tagName.toLowerCase());
    return stand;
  }
  const shownIn = (parent: Node) => [...parent.childNodes].map(show).filter((node) => node !== null);

  function put(node: Node): Node[] {
    if (node.nodeType === Node.TEXT_NODE) return [source.createTextNode(node.textContent ?? '')];
    if (!(node instanceof HTMLElement)) return [];
    const original = originals[Number(node.dataset.original ?? Number.NaN)];
    if (original && !shown.has(original.tagName)) return [original.cloneNode(true)];
    const inside = [...node.childNodes].flatMap(put);
    // What a browser makes by itself, such as a coloured span, is its own taste; the words are the person's.
    const copy = original?.cloneNode(false) ?? (madeAnew.has(node.tagName) ? source.createElement(node.tagName) : null);
    if (!copy) return inside;
    (copy as Element).append(...inside);
    return [copy];
  }

  const read = (edited: Element) => {
    const body = source.createElement('body');
    body.append(...[...edited.childNodes].flatMap(put));
    return body.innerHTML;
  };
  const content = document.createDocumentFragment();
  content.append(...shownIn(source.body));
  const before = document.createElement('div');
  before.append(content.cloneNode(true));
  const untouched = read(before);
  return {
    content,
    read(edited) {
      const now = read(edited);
      return now === untouched ? html : now;
    },
  };
}
