import type { ProbeResponse } from './client.ts';

/** An assumption of this project and the service's behaviour. */
export interface Finding {
  about: string;
  expected: string;
  /** In the same form as `expected`; `null` if it could not be observed. */
  seen: string | null;
}

/** Must not contain ids, e-mails or phones. */
export const finding = (about: string, expected: string, seen: string | null): Finding => ({ about, expected, seen });

export const verdictOf = ({ expected, seen }: Finding): 'as assumed' | 'different' | 'not seen' => {
  if (seen === null) return 'not seen';
  return seen === expected ? 'as assumed' : 'different';
};

/** One line of the report. */
export function lineOf(found: Finding): string {
  const { about, expected, seen } = found;
  const verdict = verdictOf(found);
  const words = verdict === 'different' ? `${seen} (assumed: ${expected})` : expected;
  return `${verdict.padEnd(10)}  ${about}: ${words}`;
}

/** The status and the message of a refusal, without personal data. */
export function refusalOf({ status, body }: ProbeResponse): string {
  const { message } = body;
  const words = Array.isArray(message) ? `[${message.map(String).join('; ')}]` : String(message ?? 'no message');
  return `${status} ${anonymous(words)}`;
}

/** The status and the success key of a delete, which HighLevel spells in several ways. */
export function deletionOf({ status, body }: ProbeResponse): string {
  const words = ['succeded', 'succeeded', 'success'].filter((key) => body[key] === true);
  return `${status} with ${words.join(' and ') || 'none of its words'}`;
}

/** Shortens ids, and replaces possible e-mails and phones. */
export function anonymous(words: string): string {
  return words
    .replace(/[^\s"'<>,;]+@[^\s"'<>,;]+/g, '<e-mail>')
    .replace(/\b[A-Za-z0-9]{18,}\b/g, (id) => `${id.slice(0, 4)}…`)
    .replace(/\+?\d[\d\s().-]{6,}\d/g, '<number>')
    .slice(0, 120);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; empty for any other value. */
export const records = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
