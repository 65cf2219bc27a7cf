import DOMPurify from 'dompurify';
import { markupOf } from '../../../sync/markup.ts';

/** Elements that an editor of notes can create. Other elements are removed; their text is retained. */
const tags = [
  'p',
  'div',
  'span',
  'br',
  'hr',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'sub',
  'sup',
  'img',
];

/**
 * Sanitises untrusted HTML: no scripts, styles, forms or frames; links open in a new tab and only lead to the web, a
 * mail or a call; an image becomes a link to it, because loading it would reveal the reader to its sender.
 */
export function sanitize(html: string, pictureWord: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(markupOf(html), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'src', 'alt'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  for (const picture of fragment.querySelectorAll('img')) picture.replaceWith(linkTo(picture, pictureWord));
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return fragment;
}

function linkTo(picture: HTMLImageElement, word: string): Node {
  const address = picture.getAttribute('src') ?? '';
  const name = `[${picture.alt || word}]`;
  if (!/^https?:/i.test(address) || picture.closest('a')) return document.createTextNode(name);
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  return link;
}
