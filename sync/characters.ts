/** Joiners, variants of one character and the parts of flags have no look of their own, but change that of their neighbours. */
const invisible = /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}])\p{DI}/gu;
/** Most texts are plain, and thousands are compared. */
const isPlain = (text: string) => /^[\n\x20-\x7e]*$/.test(text);

/** Blanks of any kind and number become one space; outer ones go. */
export const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A text as a person reads it: one Unicode form, nothing invisible, line ends of Unix. */
export const readable = (text: string): string =>
  isPlain(text) ? text : text.normalize('NFC').replace(invisible, '').replace(/\r\n?/g, '\n');

/** A text of which every character counts, such as an address or an id, without the invisible ones. */
export const withoutInvisible = (text: string): string =>
  isPlain(text) ? text.replaceAll('\n', '').trim() : text.replace(/[\p{DI}\p{Cc}]/gu, '').trim();

/** Numbers and addresses as East Asian and Arabic keyboards write them, in the characters of ASCII. */
export const inAscii = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
        .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        .replace(/[\u2010-\u2015\u2212]/g, '-');

/** Without case, accents and anything but letters and digits. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
