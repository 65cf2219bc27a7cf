/** Joiners, variants of one character and the parts of flags have no look of their own, but change that of their neighbours. */
const invisible = /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}])\p{DI}/gu;

/** Blanks of any kind and number become one space; outer ones go. */
export const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A text as a person reads it: one Unicode form, nothing invisible, line ends of Unix. */
export function readable(text: string): string {
  // Most texts are plain, and thousands are compared.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text;
  return text.normalize('NFC').replace(invisible, '').replace(/\r\n?/g, '\n');
}

/** A text of which every character counts, such as an address or an id, without those that nobody can see. */
export const withoutInvisible = (text: string): string => text.replace(/[\p{DI}\p{Cc}]/gu, '').trim();
