import { HighLevelError, type HighLevelErrorDetails } from './errors.ts';

/** An unvalidated object of HighLevel by its possible keys. Each value is validated when it is read. */
export type Raw<Shape> = { readonly [Key in keyof Shape]?: unknown };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an object with these keys. Any other value is read as an empty object. */
export function shape<Shape>(value: unknown): Raw<Shape> {
  return (isObject(value) ? value : {}) as Raw<Shape>;
}

/** Reads text. A number is converted; any other value, including `null`, is `''`. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Reads a boolean. HighLevel's own examples also contain the texts "true" and "false". */
export function flag(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Reads a list. Any other value is an empty list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a list of texts without blanks. A single text is a list of one, as in HighLevel's example of `followers`. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(text).filter(Boolean);
}

/** Whether a time has an offset or `Z`. */
export function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(time);
}

/** Reads an instant as epoch milliseconds, or `null`. A time without an offset is read as UTC, not in the machine's zone. */
export function instant(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const local = value.includes(':') && !hasOffset(value);
  const at = Date.parse(local ? `${value.replace(' ', 'T')}Z` : value);
  return Number.isNaN(at) ? null : at;
}

/** Formats an instant in whole seconds: HighLevel returns milliseconds but has been observed to refuse them in a task's update. */
export function writeInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Reads a calendar day as `YYYY-MM-DD`, or `''`. A timestamp gives its own date and is not converted to another zone.
 * If the year comes last, the month comes first (HighLevel API docs: formats of `dateOfBirth`).
 */
export function day(value: unknown): string {
  const written = typeof value === 'number' ? toIsoText(value) : text(value);
  const yearFirst = /^(\d{4})[-/._](\d\d?)[-/._](\d\d?)(?!\d)/.exec(written);
  if (yearFirst) return joinDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d\d?)[-/._](\d\d?)[-/._](\d{4})(?!\d)/.exec(written);
  return yearLast ? joinDay(yearLast[3], yearLast[1], yearLast[2]) : '';
}

/** Epoch milliseconds as ISO 8601 in UTC, or `''` out of a date's range. */
function toIsoText(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

function joinDay(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/**
 * Returns the record of a response: the object under `key`, or the response itself if it has an id. Fails with `unreachable`
 * when there is neither: the response is not from HighLevel.
 */
export function wrapped<Shape>(response: unknown, key: keyof Shape & string): object {
  return recordOf(response, key, {});
}

/** The same for the response to a write. When it has no record, the write may still have had its effect: `unknownOutcome`. */
export function written<Shape>(response: unknown, key: keyof Shape & string): object {
  return recordOf(response, key, { unknownOutcome: true });
}

function recordOf(response: unknown, key: string, details: HighLevelErrorDetails): object {
  const answer = shape<Record<string, unknown>>(response);
  const value = answer[key];
  if (isObject(value)) return value;
  if (text(answer.id) !== '') return answer;
  throw new HighLevelError('unreachable', `the response has no ${key}`, details);
}
