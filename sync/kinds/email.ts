import { inAscii, withoutInvisible } from '../characters.ts';

const trailing = /[\s.,;:]+$/;

/** An address without what is around it beyond doubt: blanks, `mailto:`, a name before `<…>`, a comma after it. */
export function emailOf(text: string): string {
  const visible = inAscii(withoutInvisible(text)).replace(trailing, '');
  return (/^[^<>@,;]*<([^<>]+)>$/.exec(visible)?.[1] ?? visible)
    .replace(/^mailto:([^?]*).*$/i, '$1')
    .replace(trailing, '')
    .trim();
}

export const sameEmail = (left: string, right: string): boolean =>
  emailOf(left).toLowerCase() === emailOf(right).toLowerCase();

/** Light on purpose: it catches slips of the finger, HighLevel has the last word. */
export const isEmail = (text: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) && strangeInEmail(text) === undefined;

/** The first character that no address has, or that looks like a letter of another alphabet beside it. */
export function strangeInEmail(text: string): string | undefined {
  const strange = /[\s,;:<>()[\]\\"]/u.exec(text)?.[0];
  if (strange !== undefined) return strange;
  const mixed = text.split(/[@.]/).find((part) => /\p{Script=Latin}/u.test(part) && foreign.test(part));
  return mixed && foreign.exec(mixed)?.[0];
}

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
