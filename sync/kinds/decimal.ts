import { inAscii } from '../characters.ts';

/** A number as text. Digits are never made a float: nineteen of them stay nineteen, and a cent stays a cent. */
export interface Decimal {
  sign: '' | '-';
  whole: string;
  part: string;
}

/** Reads plain decimal text, without marks between thousands; `undefined` for anything else. */
export function decimalOf(text: string): Decimal | undefined {
  const [, sign, digits = '', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(inAscii(text.trim())) ?? [];
  if (sign === undefined) return undefined;
  const [whole, rest] = [digits.replace(/^0+(?=\d)/, ''), part.replace(/0+$/, '')];
  const isZero = whole === '0' && rest === '';
  return { sign: sign === '-' && !isZero ? '-' : '', whole, part: rest };
}

export const decimalText = ({ sign, whole, part }: Decimal): string => `${sign}${whole}${part && `.${part}`}`;

/** A float, of about sixteen digits, as decimal text: JavaScript writes `1e+21` and `1e-7`. */
export function floatText(value: number): string | undefined {
  const [, sign = '', whole = '', part = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) return Number.isFinite(value) ? String(value) : undefined;
  const shift = Number(exponent);
  const digits = whole + part;
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
    : `${sign}${digits.padEnd(whole.length + shift, '0')}`;
}

/** The decimal that a float holds; `undefined` where it has no room for all the digits. */
export function heldByFloat(decimal: Decimal): string | undefined {
  const text = decimalText(decimal);
  const back = floatText(Number(text));
  const same = back !== undefined && decimalOf(back);
  return same && decimalText(same) === text ? text : undefined;
}

/** HighLevel keeps numbers of about sixteen digits: one with more would be rounded unseen. */
export const isDecimal = (text: string): boolean => sameDecimal(String(Number(inAscii(text))), text);

export function sameDecimal(left: string, right: string): boolean {
  const [one, other] = [decimalOf(left), decimalOf(right)];
  return one !== undefined && other !== undefined && decimalText(one) === decimalText(other);
}
