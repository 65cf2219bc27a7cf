import { unprocessable } from './errors.ts';

/** The message of HighLevel's validator for an invalid value; `undefined` for a valid one. */
export type Check = (value: unknown, key: string) => string | undefined;

export interface Rule {
  required: boolean;
  checks: readonly Check[];
}

export interface Dto<T> {
  /** Returns a valid body; otherwise throws a 422 with all messages, unknown keys first. */
  read(body: unknown): T;
}

/** `rules` lists every key that a body may have; any other key is refused, as HighLevel does. */
export function dto<T>(rules: { [Key in keyof Required<T>]: Rule }): Dto<T> {
  const known = Object.entries<Rule>(rules);
  const names = new Set(known.map(([key]) => key));
  return {
    read(body) {
      const given = (isPlainObject(body) ? body : {}) as Record<string, unknown>;
      const messages = Object.keys(given)
        .filter((key) => !names.has(key))
        .map((key) => `property ${key} should not exist`);
      for (const [key, rule] of known) messages.push(...messagesFor(given[key], key, rule));
      if (messages.length > 0) throw unprocessable(messages);
      return given as T;
    },
  };
}

function messagesFor(value: unknown, key: string, rule: Rule): string[] {
  if (value === undefined && !rule.required) return [];
  return rule.checks.flatMap((check) => check(value, key) ?? []);
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const required = (...checks: Check[]): Rule => ({ required: true, checks });
export const optional = (...checks: Check[]): Rule => ({ required: false, checks });
/** Optional, and `null` empties the field. */
export const nullable = (...checks: Check[]): Rule => ({
  required: false,
  checks: checks.map((check) => (value, key) => (value === null ? undefined : check(value, key))),
});

export const text: Check = (value, key) => (typeof value === 'string' ? undefined : `${key} must be a string`);

export const filled: Check = (value, key) =>
  typeof value === 'string' && value.trim() !== '' ? undefined : `${key} should not be empty`;

export const flag: Check = (value, key) => (typeof value === 'boolean' ? undefined : `${key} must be a boolean value`);

export const number: Check = (value, key) =>
  typeof value === 'number' && Number.isFinite(value)
    ? undefined
    : `${key} must be a number conforming to the specified constraints`;

export const object: Check = (value, key) => (isPlainObject(value) ? undefined : `${key} must be an object`);

export const texts: Check = (value, key) => {
  if (!Array.isArray(value)) return `${key} must be an array`;
  return value.every((item) => typeof item === 'string') ? undefined : `each value in ${key} must be a string`;
};

export const list: Check = (value, key) => (Array.isArray(value) ? undefined : `${key} must be an array`);

export const email: Check = (value, key) =>
  typeof value === 'string' && (value === '' || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value))
    ? undefined
    : `${key} must be an email`;

export const instant: Check = (value, key) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : `${key} must be a valid ISO 8601 date string`;

export const country: Check = (value, key) =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? undefined : `${key} must be a valid ISO31661 Alpha2 code`;

export const longest =
  (limit: number): Check =>
  (value, key) =>
    typeof value === 'string' && value.length > limit
      ? `${key} must be shorter than or equal to ${limit} characters`
      : undefined;

export const oneOf =
  (...values: readonly string[]): Check =>
  (value, key) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : `${key} must be one of the following values: ${values.join(', ')}`;
