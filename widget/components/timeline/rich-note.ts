import { markupOf } from '../../../sync/markup.ts';

/** Elements that the editor renders. Any other element is shown as an uneditable placeholder. */
const editable = new Set([
  'P',
  'DIV',
  'SPAN',
  'BR',
  'HR',
  'B',
  'STRONG',
  'I',
  'EM',
  'U',
  'S',
  'A',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
  'CODE',
  'PRE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'SUB',
  'SUP',
]);
/** Elements that browsers create while the user types, and that are saved. */
const creatable = new Set(['P', 'DIV', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'UL', 'OL', 'LI', 'BLOCKQUOTE']);
const hidden = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'META', 'LINK', 'TITLE']);

export interface RichNote {
  /** Content for an editable element: without attributes of the note, so that nothing in it loads, runs or links. */
  content: DocumentFragment;
  /** The HTML to save. Unedited parts are unchanged, including attributes and unknown elements. */
  read(edited: Element): string;
}

/**
 * Opens a note's HTML for editing. The original is parsed into an inert document: each editable element
 * has the index of its original, and reading restores the originals.
 */
export function openRichNote(html: string, wordFor: (tag: string) => string): RichNote {
  const source = new DOMParser().parseFromString(markupOf(html), 'text/html');
  const originals: Element[] = [];
  const mark = (element: HTMLElement, original: Element) => {
    element.dataset.original = String(originals.push(original) - 1);
  };

  function toEditable(node: Node): Node | null {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.textContent ?? '');
    if (!(node instanceof Element)) return null;
    if (editable.has(node.tagName)) {
      const element = document.createElement(node.tagName);
      mark(element, node);
      element.append(...shownIn(node));
      return element;
    }
    const placeholder = document.createElement('span');
    mark(placeholder, node);
    placeholder.contentEditable = 'false';
    placeholder.className = 'rich-kept';
    placeholder.hidden = hidden.has(node.tagName);
    placeholder.textContent = node.getAttribute('alt') || wordFor(node.tagName.toLowerCase());
    return placeholder;
  }
  const shownIn = (parent: Node) => [...parent.childNodes].map(toEditable).filter((node) => node !== null);

  function restore(node: Node): Node[] {
    if (node.nodeType === Node.TEXT_NODE) return [source.createTextNode(node.textContent ?? '')];
    if (!(node instanceof HTMLElement)) return [];
    const original = originals[Number(node.dataset.original ?? Number.NaN)];
    if (original && !editable.has(original.tagName)) return [original.cloneNode(true)];
    const inside = [...node.childNodes].flatMap(restore);
    // Other elements that a browser creates, such as a coloured span, are removed; their text is retained.
    const copy =
      original?.cloneNode(false) ?? (creatable.has(node.tagName) ? source.createElement(node.tagName) : null);
    if (!copy) return inside;
    (copy as Element).append(...inside);
    return [copy];
  }

  const read = (edited: Element) => {
    const body = source.createElement('body');
    body.append(...[...edited.childNodes].flatMap(restore));
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
