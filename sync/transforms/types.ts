import type { ValueKind } from '../fields.ts';
import type { CellType } from './cell.ts';

/** How a date is written in a text column. A Date column is ISO already. */
export type DateFormat = 'iso' | 'dmy' | 'mdy' | 'ymd';

/** `.` or `,` between the whole and its parts. */
export type DecimalSeparator = '.' | ',';

/** How the text of a column and the value of a field are turned into each other. Plain data, kept with the mapping. */
export type Transform = TransformKind & {
  /** What the column's type can hold; absent: any text. It is read from the column each time and not kept. */
  cell?: CellType;
  /** Guessed, and not yet confirmed: what may as well mean something else is not read. It is not kept. */
  strict?: true;
};

type TransformKind =
  | { kind: 'as-is' }
  /** The text is the value, tidied as all values of that kind are. */
  | { kind: 'plain'; of: ValueKind }
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
  /** `open`: the field takes other texts, too. */
  | { kind: 'choice'; pairs: readonly ChoicePair[]; open?: true }
  /** Choices in `whole` hold the separator and are taken as one even where they are not quoted. */
  | { kind: 'choices'; separator: string; whole?: readonly string[] }
  /** Names in any known language are read, those of `language` are written. */
  | { kind: 'country'; by: 'code' }
  | { kind: 'country'; by: 'name'; language: string }
  /** Any of id, name and e-mail is read where it names one user; the one of `by` is written. */
  | { kind: 'owner'; by: 'id' | 'name' | 'email' }
  | { kind: 'business'; by: 'id' | 'name' }
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
