import DOMPurify from 'dompurify';
import { markupOf } from '../../../sync/markup.ts';

/** What an editor of notes can make. Whatever else comes is taken off, and its words are kept. */
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
 * Makes HTML from anybody safe to show: no script, style, form or frame; links open apart and only lead to the web, a
 * mail or a call; a picture becomes a link to it, since loading it would tell its sender who reads this and when.
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
