import { inAscii, oneSpaced, withoutInvisible } from './characters.ts';
import type { ValueKind } from './fields.ts';
import { isDay } from './kinds/day.ts';
import { isDecimal } from './kinds/decimal.ts';
import { emailOf, isEmail, strangeInEmail } from './kinds/email.ts';
import { isPhone, phoneOf } from './kinds/phone.ts';
import { isTime, timeOf } from './kinds/time.ts';
import { isUrl, urlOf } from './kinds/url.ts';
import type { FieldTraits } from './refs.ts';

/** `invalid`: the text cannot be such a value. `required`: HighLevel does not let this field be emptied. */
export type Problem = 'invalid' | 'required';

/** Light on purpose: they catch slips of the finger, HighLevel has the last word. */
const checks: Partial<Record<ValueKind, (text: string) => boolean>> = {
  email: isEmail,
  phone: isPhone,
  url: isUrl,
  date: isDay,
  number: isDecimal,
  money: isDecimal,
  time: isTime,
  country: (text) => /^[A-Z]{2}$/.test(text),
};

/** How a text is brought into the form of its kind, where it is beyond doubt what is meant. */
const tidied: Partial<Record<ValueKind, (text: string) => string>> = {
  email: emailOf,
  phone: phoneOf,
  url: urlOf,
  number: inAscii,
  money: inAscii,
  user: withoutInvisible,
  business: withoutInvisible,
  time: timeOf,
  'time-zone': oneSpaced,
  country: (text) => withoutInvisible(text).toUpperCase(),
};

/** Tidies what was typed before it is compared or sent: no outer blanks, nothing invisible in addresses, country codes in capitals. */
export function tidy({ kind }: Pick<FieldTraits, 'kind'>, text: string): string {
  return (tidied[kind]?.(text.trim()) ?? text).trim();
}

/** Finds what speaks against sending a text as the value of a field; `null` when nothing does. */
export function problemWith(traits: FieldTraits, text: string): Problem | null {
  const { kind, clearable, choices = [], isClosed } = traits;
  const value = tidy(traits, text);
  if (value === '') return clearable ? null : 'required';
  const items = kind === 'choices' ? value.split('\n').filter(Boolean) : [value];
  if (isClosed && !items.every((one) => choices.includes(one.trim()))) return 'invalid';
  const check = checks[kind];
  return !check || check(value) ? null : 'invalid';
}

/** The character because of which an address is none, to be named: it is hard to see. `undefined` where there is none. */
export function strangeCharacter({ kind }: Pick<FieldTraits, 'kind'>, text: string): string | undefined {
  return kind === 'email' ? strangeInEmail(emailOf(text)) : undefined;
}
