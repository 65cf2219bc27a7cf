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
