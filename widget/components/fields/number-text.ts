interface Marks {
  decimal: string;
  group: string;
}

function marksOf(culture: string): Marks {
  const parts = new Intl.NumberFormat(culture, { useGrouping: true }).formatToParts(-12345678.9);
  const of = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: of('decimal') || '.', group: of('group') };
}

const literal = (mark: string) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Formats a plain decimal in a culture: `1250.5` is `1250,5` in French. */
export const asTyped = (text: string, culture: string): string =>
  /^-?\d+\.\d+$/.test(text) ? text.replace('.', marksOf(culture).decimal) : text;

/**
 * Parses typed text as a plain decimal: `1 250,5 €` is `1250.5`. Ambiguous text, such as `12,50` where the
 * comma separates thousands, is returned unchanged, so that it is refused rather than misread.
 */
export function readNumber(typed: string, culture: string): string {
  const { decimal, group } = marksOf(culture);
  const bare = typed
    .replace(/[\s\u00a0\u202f]/g, ' ')
    .replace(/\p{Sc}/gu, '')
    .trim()
    .replace(/\u2212/g, '-');
  const between = /\s/.test(group) ? ' ' : group;
  const shape = new RegExp(`^([+-]?)(\\d+|\\d{1,3}(?:${literal(between)}\\d{3})+)(?:${literal(decimal)}(\\d+))?$`);
  const [, sign, whole, part] = shape.exec(bare) ?? [];
  if (whole === undefined) return typed;
  return `${sign === '-' ? '-' : ''}${whole.replace(/\D/g, '')}${part ? `.${part}` : ''}`;
}
