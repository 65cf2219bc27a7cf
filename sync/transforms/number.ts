import { inAscii } from '../characters.ts';
import { type Decimal, decimalOf, decimalText, heldByFloat } from '../kinds/decimal.ts';
import type { Pair, TransformOf } from './pair.ts';

type Numeric = TransformOf<'number'> | TransformOf<'money'>;

/** Thousands in groups of three, all parted by the same mark. */
const grouped = {
  '.': /^\d{1,3}(?:([,\u2019' ])\d{3})(?:\1\d{3})*$/,
  ',': /^\d{1,3}(?:([.\u2019' ])\d{3})(?:\1\d{3})*$/,
};
const currency = /^([+-]?)\s*(?:\p{Sc}|[A-Z]{3}\b)\s*|\s*(?:\p{Sc}|\b[A-Z]{3})$/gu;

/** What a text column holds, as plain decimal text: `1.234,50` with a comma for separator is `1234.50`. */
function ungrouped({ kind, separator = '.' }: Numeric, text: string): string | undefined {
  const bare = inAscii(kind === 'money' ? text.replace(currency, '$1') : text)
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ');
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/.exec(bare) ?? [];
  const [whole = '', part, ...more] = body.split(separator);
  if (more.length > 0 || part === '') return undefined;
  const digits = grouped[separator].test(whole) ? whole.replace(/\D/g, '') : whole;
  return `${sign}${digits}${part === undefined ? '' : `.${part}`}`;
}

/**
 * A column of numbers holds floats, whose sums end in noise (0.1 + 0.2): what is within it of a shorter decimal is meant as
 * that one. Anything else that does not fit has no value: it is not rounded.
 */
function fitted(decimal: Decimal, { decimals, separator }: Numeric): Decimal | undefined {
  if (decimal.part.length <= decimals) return decimal;
  const value = Number(decimalText(decimal));
  const rounded = decimalOf(value.toFixed(Math.min(decimals, 100)));
  const isNoise = rounded && Math.abs(Number(decimalText(rounded)) - value) <= Math.abs(value) * 4 * Number.EPSILON;
  return separator === undefined && isNoise ? rounded : undefined;
}

/** Numbers and money: decimal text in the terms of fields, a number or a text with its own separator in Grist. */
export const numberPair = {
  toField(transform, text) {
    const decimal = decimalOf(ungrouped(transform, text) ?? '');
    const fit = decimal && fitted(decimal, transform);
    return fit && decimalText(fit);
  },
  toGrist(transform, value) {
    const { kind, decimals, separator } = transform;
    const decimal = decimalOf(value.trim());
    if (!decimal || decimal.part.length > decimals) return undefined;
    if (separator === undefined) return heldByFloat(decimal);
    const part = kind === 'money' ? decimal.part.padEnd(decimals, '0') : decimal.part;
    return `${decimal.sign}${decimal.whole}${part && separator + part}`;
  },
} satisfies Pair<'money' | 'number'>;
