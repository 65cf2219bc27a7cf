import { type FieldKey, type FieldKind, fields } from './fields.ts';

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

const comparers: Partial<Record<FieldKind, (left: string, right: string) => boolean>> = {
  phone: samePhone,
  email: (left, right) => left.toLowerCase() === right.toLowerCase(),
  country: (left, right) => left.toLowerCase() === right.toLowerCase(),
  date: (left, right) => dayOf(left) === dayOf(right),
};

/** Tells whether two texts mean the same value of a field, although they may be written differently. */
export function isSameValue(key: FieldKey, left: string, right: string): boolean {
  const [a, b] = [left.trim(), right.trim()];
  if (a === b) return true;
  if (a === '' || b === '') return false;
  return comparers[fields[key].kind]?.(a, b) ?? false;
}
