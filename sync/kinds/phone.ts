import { inAscii, oneSpaced, withoutInvisible } from '../characters.ts';

/** A national number ("0171 555 0100") and the same in E.164 ("+49171…") share at least this many last digits. */
const significantDigits = 7;
const extension = /[\s,;]*(?:ext(?:ension|n)?|x|#|poste|anexo|durchwahl)[\s.:=]*(\d{1,7})$/i;

/** A number in plain characters. The zero of `+44 (0)20` is dialled at home only. */
export const phoneOf = (text: string): string =>
  oneSpaced(inAscii(withoutInvisible(text)))
    .replace(/^tel:/i, '')
    .replace(/^(\+|00)([\d\s]+)\(0\)\s*/, '$1$2')
    .trim();

interface Digits {
  digits: string;
  extension: string;
  isWhole: boolean;
}

function digitsOf(text: string): Digits {
  const phone = phoneOf(text).replace(/^00/, '+');
  const bare = phone.replace(extension, '');
  const digits = bare.replace(/\D/g, '').replace(/^0+/, '');
  return { digits, extension: extension.exec(phone)?.[1] ?? '', isWhole: phone.startsWith('+') };
}

/** Without numbering plans: the last digits decide where one of them names no country. */
export function samePhone(left: string, right: string): boolean {
  const [one, other] = [digitsOf(left), digitsOf(right)];
  if (one.extension !== other.extension) return false;
  if (one.digits === other.digits) return one.digits !== '' || phoneOf(left) === phoneOf(right);
  if (one.isWhole && other.isWhole) return false;
  const [longer, shorter] = [one.digits, other.digits].sort((a, b) => b.length - a.length) as [string, string];
  return shorter.length >= significantDigits && longer.endsWith(shorter);
}

export const isPhone = (text: string): boolean =>
  /^\+?[\d\s().\-/]+$/.test(text) && /^\d{5,15}$/.test(text.replace(/\D/g, ''));

/** The number that is dialled before an extension. */
export const withoutExtension = (text: string): string => phoneOf(text).replace(extension, '').trim();

/** E.164 has no room for an extension. */
export const hasExtension = (text: string): boolean => extension.test(phoneOf(text));
