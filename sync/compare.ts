import { type FieldKey, fields, type ValueKind } from './fields.ts';

/** A national number ("0171 555 0100") and the same in E.164 ("+49171…") share at least this many last digits. */
const significantDigits = 7;

const digitsOf = (phone: string) => phone.replace(/\D/g, '').replace(/^0+/, '');

function samePhone(left: string, right: string): boolean {
  const [longer, shorter] = [digitsOf(left), digitsOf(right)].sort((a, b) => b.length - a.length) as [string, string];
  if (left.startsWith('+') && right.startsWith('+')) return longer === shorter;
  return longer === shorter || (shorter.length >= significantDigits && longer.endsWith(shorter));
}

/** A calendar day is compared as a day, whatever time hangs on to it: `1990-09-25T00:00:00.000Z` is `1990-09-25`. */
const dayOf = (date: string) => /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? date;

/** Never through a float: that would make one value of two long numbers. */
function decimalOf(text: string): string {
  const [, sign, whole = '', part = ''] = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (sign === undefined || !/\d/.test(text)) return text;
  const size = `${whole || '0'}${part && `.${part}`}`;
  return sign === '-' && size !== '0' ? `-${size}` : size;
}

/** One item a line; neither order nor repetition counts. */
const setOf = (text: string) =>
  JSON.stringify([...new Set(text.split('\n').map((item) => item.trim()))].filter(Boolean).sort());

const lower = (text: string) => text.toLowerCase();
const unix = (text: string) => text.replace(/\r\n?/g, '\n');
const by = (norm: (text: string) => string) => (left: string, right: string) => norm(left) === norm(right);

const comparers: Partial<Record<ValueKind, (left: string, right: string) => boolean>> = {
  phone: samePhone,
  email: by(lower),
  country: by(lower),
  boolean: by(lower),
  date: by(dayOf),
  number: by(decimalOf),
  money: by(decimalOf),
  choices: by(setOf),
  tags: by((text) => setOf(lower(text))),
  'large-text': by(unix),
};

/** Tells whether two texts mean the same value of a field of a kind. */
export function sameOfKind(kind: ValueKind, left: string, right: string): boolean {
  const [a, b] = [left.trim(), right.trim()];
  if (a === b) return true;
  if (a === '' || b === '') return false;
  return comparers[kind]?.(a, b) ?? false;
}

/** Tells whether two texts mean the same value of a standard field. */
export function isSameValue(key: FieldKey, left: string, right: string): boolean {
  return sameOfKind(fields[key].kind, left, right);
}
