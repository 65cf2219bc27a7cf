import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { sanitize } from './sanitize.ts';

const tag = /<\/?(p|br|div|span|b|strong|i|em|u|s|a|ul|ol|li|blockquote|h[1-6]|img|pre|table)(\s[^<>]*)?\/?>/i;
const entity = /&(nbsp|amp|lt|gt|quot|#\d+|#x[\da-f]+);/i;

/** Does a text hold what HighLevel's editor writes? Anything else with a `<` in it is shown letter by letter. */
export const looksLikeHtml = (text: string) => tag.test(text) || entity.test(text);

const loaded = signal<typeof sanitize>();
let loading = false;

/** The sanitiser, fetched when the first HTML is to be shown; `undefined` until it is there. */
export function useSanitizer(needed: boolean): typeof sanitize | undefined {
  const ready = needed ? loaded.value : undefined;
  useEffect(() => {
    if (needed && !loaded.peek() && !loading) void load();
  }, [needed]);
  return ready;
}

async function load() {
  loading = true;
  try {
    loaded.value = (await import('./sanitize.ts')).sanitize;
  } catch {
    // The plain text stays, and the next note tries again.
  } finally {
    loading = false;
  }
}

/** The words of an HTML text, a line for each block. The parsed document is inert: nothing in it loads or runs. */
export function plainText(html: string): string {
  const spaced = html.replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]*>/gi, '$&\n');
  const { body } = new DOMParser().parseFromString(spaced, 'text/html');
  for (const hidden of body.querySelectorAll('script, style, template, noscript')) hidden.remove();
  return (body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
