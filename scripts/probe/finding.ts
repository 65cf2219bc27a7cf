import type { Answer } from './ask.ts';

/** One thing that this project takes for granted, and what the service showed. */
export interface Finding {
  about: string;
  expected: string;
  /** In the words of `expected`; `null` where the service had no occasion to show it. */
  seen: string | null;
}

/** Ids, e-mails and phones never stand in it. */
export const finding = (about: string, expected: string, seen: string | null): Finding => ({ about, expected, seen });

export const verdictOf = ({ expected, seen }: Finding): 'as assumed' | 'different' | 'not seen' => {
  if (seen === null) return 'not seen';
  return seen === expected ? 'as assumed' : 'different';
};

/** One line for people. */
export function lineOf(found: Finding): string {
  const { about, expected, seen } = found;
  const verdict = verdictOf(found);
  const words = verdict === 'different' ? `${seen} (assumed: ${expected})` : expected;
  return `${verdict.padEnd(10)}  ${about}: ${words}`;
}

/** The status and the words of a refusal, without what could name a person. */
export function refusalOf({ status, body }: Answer): string {
  const { message } = body;
  const words = Array.isArray(message) ? `[${message.map(String).join('; ')}]` : String(message ?? 'no message');
  return `${status} ${anonymous(words)}`;
}

/** Shortens ids, and blanks what could be an e-mail or a phone. */
export function anonymous(words: string): string {
  return words
    .replace(/[^\s"'<>,;]+@[^\s"'<>,;]+/g, '<e-mail>')
    .replace(/\b[A-Za-z0-9]{18,}\b/g, (id) => `${id.slice(0, 4)}…`)
    .replace(/\+?\d[\d\s().-]{6,}\d/g, '<number>')
    .slice(0, 120);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; none where it is no list. */
export const records = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
