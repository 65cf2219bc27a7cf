const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

const isHtml = (text: string) => /<\/?[a-z][^>]*>/i.test(text) || /&(#?\w+);/.test(text);

/** The words of a text that may be HTML, for a cell; `lossy` when the cell says less than the text. It makes nothing safe to show as HTML. */
export function plainOf(text: string): { plain: string; lossy: boolean } {
  if (!isHtml(text)) return { plain: text, lossy: false };
  const plain = text
    .replace(/<li[^>]*>/gi, '• ')
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d|tr|blockquote)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { plain, lossy: true };
}
