import { HighLevelError } from './errors.ts';

/** What HighLevel sent, by the keys it may carry. Every value is read on its own, because none of them is sure. */
export type Raw<Shape> = { readonly [Key in keyof Shape]?: unknown };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looks at a value as an object with these keys. Anything else is seen as an empty object. */
export function shape<Shape>(value: unknown): Raw<Shape> {
  return (isObject(value) ? value : {}) as Raw<Shape>;
}

/** Reads text. A number counts as its digits; anything else, `null` included, is `''`. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Reads a yes or no. HighLevel's own examples also write it as text. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Reads a list. Anything else is an empty list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a list of texts. A lone text is a list of one, as HighLevel's example of `followers` has it; blanks are left out. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(text).filter(Boolean);
}

/** Tells whether a written time says by itself which instant it means. */
export function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(time);
}

/** Reads an instant as epoch milliseconds, or `null`. A time without an offset is read as UTC, on whatever machine it is read. */
export function instant(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const local = value.includes(':') && !hasOffset(value);
  const at = Date.parse(local ? `${value.replace(' ', 'T')}Z` : value);
  return Number.isNaN(at) ? null : at;
}

/** Writes an instant in whole seconds: HighLevel answers with milliseconds but has refused them in a task's update. */
export function writeInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Reads a calendar day as `YYYY-MM-DD`, or `''`. A timestamp means the day it spells, never that day moved to another zone.
 * The month comes before the day where the year comes last (HighLevel API docs: formats of `dateOfBirth`).
 */
export function day(value: unknown): string {
  const written = typeof value === 'number' ? spell(value) : text(value);
  const yearFirst = /^(\d{4})[-/._](\d\d?)[-/._](\d\d?)(?!\d)/.exec(written);
  if (yearFirst) return joinDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d\d?)[-/._](\d\d?)[-/._](\d{4})(?!\d)/.exec(written);
  return yearLast ? joinDay(yearLast[3], yearLast[1], yearLast[2]) : '';
}

/** Epoch milliseconds as ISO 8601 in UTC, or `''` beyond what a date can be. */
function spell(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

function joinDay(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Takes what an answer holds under `key`. Fails with `unreachable` when it is not there: then HighLevel was not what answered. */
export function wrapped<Shape>(answer: unknown, key: keyof Shape & string): object {
  const value = shape<Shape>(answer)[key];
  if (!isObject(value)) throw new HighLevelError('unreachable', `the answer has no ${key}`);
  return value;
}
