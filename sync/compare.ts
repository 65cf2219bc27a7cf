import { oneSpaced, readable, withoutInvisible } from './characters.ts';
import { type FieldKey, fields, type ValueKind } from './fields.ts';
import { dayOf } from './kinds/day.ts';
import { sameDecimal } from './kinds/decimal.ts';
import { sameEmail } from './kinds/email.ts';
import { itemsOf, sameItems } from './kinds/list.ts';
import { samePhone } from './kinds/phone.ts';
import { timeOf } from './kinds/time.ts';
import { sameSite, sameUrl } from './kinds/url.ts';
import { readsSame } from './plain-text.ts';

type Same = (left: string, right: string) => boolean;

const by =
  (norm: (text: string) => string): Same =>
  (left, right) =>
    norm(left) === norm(right);

const lower = (text: string) => text.toLowerCase();
/** Thousands of values are compared, and most are a few plain words. */
const isPlainLine = (text: string) => /^[!-~]+(?: [!-~]+)*$/.test(text);
const oneLine = (text: string) => (isPlainLine(text) ? text : oneSpaced(readable(text)));
const manyLines = (text: string) => readable(text).replace(/[^\S\n]+$/gm, '');
const inLower: Same = by((text) => lower(oneLine(text)));
const ids: Same = by(withoutInvisible);

const comparers: Readonly<Record<ValueKind, Same>> = {
  text: by(oneLine),
  email: sameEmail,
  phone: samePhone,
  url: sameUrl,
  date: by(dayOf),
  user: ids,
  country: inLower,
  number: sameDecimal,
  money: sameDecimal,
  boolean: inLower,
  choice: by(oneLine),
  choices: sameItems,
  tags: (left, right) => sameItems(lower(left), lower(right)),
  business: ids,
  'large-text': by(manyLines),
  time: by(timeOf),
  'time-zone': inLower,
  texts: by((text) => itemsOf(text).join('\n')),
  other: by(oneLine),
};

/** Tells whether two texts mean the same value of a field of a kind. */
export function sameOfKind(kind: ValueKind, left: string, right: string): boolean {
  const [a, b] = [left.trim(), right.trim()];
  if (a === b) return true;
  if (a === '' || b === '') return false;
  return comparers[kind](a, b);
}

/** Whether two texts mean the same value of a field, although they may be written differently. */
export function isSame({ kind }: { kind: ValueKind }, left: string, right: string): boolean {
  return sameOfKind(kind, left, right);
}

/** Tells whether two texts mean the same value of a standard field. */
export function isSameValue(key: FieldKey, left: string, right: string): boolean {
  return sameOfKind(fields[key].kind, left, right);
}

/** What HighLevel may do to a value that it takes, beyond writing the same otherwise. */
const habits: Partial<Record<ValueKind, Same>> = {
  text: inLower,
  url: sameSite,
  choice: inLower,
  choices: (left, right) => sameItems(lower(left), lower(right)),
  'large-text': readsSame,
  texts: readsSame,
  other: inLower,
};

/**
 * Tells whether HighLevel merely put a value that it was sent into its own form: case, blanks, the scheme of an address, line
 * ends, paragraphs. Then what came is what was meant, and no failure.
 */
export function isNormalised(kind: ValueKind, sent: string, came: string): boolean {
  return sameOfKind(kind, sent, came) || (habits[kind]?.(sent, came) ?? false);
}
