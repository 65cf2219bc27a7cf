import { sameOfKind } from '../compare.ts';
import type { ValueKind } from '../refs.ts';
import { asIs } from './as-is.ts';
import { booleanPair } from './boolean.ts';
import { businessPair } from './business.ts';
import { choicePair } from './choice.ts';
import { choicesPair } from './choices.ts';
import { datePair } from './date.ts';
import { namePair } from './name.ts';
import { numberPair } from './number.ts';
import { ownerPair } from './owner.ts';
import type { Pair } from './pair.ts';
import { phonePair } from './phone.ts';
import { tagsPair } from './tags.ts';
import { textPair } from './text.ts';

/** How a date is written in a text column. A Date column is ISO already. */
export type DateFormat = 'iso' | 'dmy' | 'mdy' | 'ymd';

/** `.` or `,` between the whole and its parts. */
export type DecimalSeparator = '.' | ',';

/** How the text of a column and the value of a field are turned into each other. Plain data, kept with the mapping. */
export type Transform =
  | { kind: 'as-is' }
  /** Outer blanks go, and letters get that size on their way to HighLevel. */
  | { kind: 'text'; trim: true; letters: 'keep' | 'lower' | 'upper' | 'title' }
  /** `country` is an ISO code: whose number it is when it names no country. */
  | { kind: 'phone'; country: string; inGrist: 'national' | 'e164' }
  /** A column with the full name. */
  | { kind: 'name'; order: 'first-last' | 'last-first' }
  | { kind: 'date'; format: DateFormat; separator?: '/' | '.' | '-' }
  | ({ kind: 'money' } & Decimals)
  | ({ kind: 'number' } & Decimals)
  /** HighLevel's words for a toggle of Grist, whose texts are `true` and `false`. `no` may be `''`: unset means no. */
  | { kind: 'boolean'; yes: string; no: string }
  | { kind: 'choice'; pairs: readonly ChoicePair[] }
  | { kind: 'choices'; separator: string }
  | { kind: 'owner'; by: 'name' | 'email' }
  | { kind: 'business'; by: 'name' }
  | { kind: 'tags'; separator: string };

interface Decimals {
  /** At most so many places. */
  decimals: number;
  /** Of a column of text. Absent: the column holds numbers. */
  separator?: DecimalSeparator;
}

export interface ChoicePair {
  grist: string;
  highlevel: string;
}

/** Knows the numbering plans of the world. */
export interface PhoneBook {
  /** E.164 as people of that country write it; `undefined` for what is no E.164 number. Another country's keeps its `+`. */
  format(e164: string, country: string): string | undefined;
  /** E.164; `undefined` for what cannot be a number. */
  parse(text: string, country: string): string | undefined;
}

/** What some transforms look up. */
export interface TransformContext {
  users: readonly { id: string; name: string; email: string }[];
  businesses: readonly { id: string; name: string }[];
  /** `null` until its code is loaded. */
  phone: PhoneBook | null;
}

type AnyPair = Pair<Transform['kind']>;

const pairs: { [Kind in Transform['kind']]: Pair<Kind> } = {
  'as-is': asIs,
  text: textPair,
  phone: phonePair,
  name: namePair,
  date: datePair,
  money: numberPair,
  number: numberPair,
  boolean: booleanPair,
  choice: choicePair,
  choices: choicesPair,
  owner: ownerPair,
  business: businessPair,
  tags: tagsPair,
};

const pairOf = ({ kind }: Transform) => pairs[kind] as AnyPair;

/** How the values are compared that a transform makes. */
const valueKinds: Partial<Record<Transform['kind'], ValueKind>> = {
  phone: 'phone',
  date: 'date',
  money: 'money',
  number: 'number',
  choices: 'choices',
  tags: 'tags',
};

/** The text of a column in the terms of its field; `undefined` when it cannot be said there, so is never sent. */
export function toField(transform: Transform, text: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  return text.trim() === '' && !pair.readsEmpty ? '' : pair.toField(transform, text, context);
}

/**
 * The value of a field as the text of its column; `undefined` when a column cannot say it: nothing is written of which
 * another value would be read back.
 */
export function toGrist(transform: Transform, value: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  const text = value.trim() === '' && !pair.readsEmpty ? '' : pair.toGrist(transform, value, context);
  const back = text === undefined ? undefined : toField(transform, text, context);
  return back !== undefined && sameOfKind(valueKinds[transform.kind] ?? 'text', back, value) ? text : undefined;
}

/** Tells whether a column's text, written anew from its field, is the same to its reader. */
export function isKept(transform: Transform, before: string, after: string, context: TransformContext): boolean {
  const pair = pairOf(transform);
  if (pair.isKept && before.trim() !== '') return pair.isKept(before, after);
  return toField(transform, before, context) === toField(transform, after, context);
}
