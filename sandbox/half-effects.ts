import { isPlainObject } from './dto.ts';
import type { Fault, Faults } from './faults.ts';

const names = ['value-ignored', 'value-normalised', 'value-halved'] as const;
type HalfEffect = (typeof names)[number];

/**
 * A valid body as HighLevel carries it out under the armed faults of these names. `field` of a fault is a key of the body or the
 * id of a custom field; without it, every value is affected.
 */
export function takenOf<T>(faults: Faults, request: { method: string; path: string }, body: T): T {
  let taken: unknown = body;
  for (const name of names) {
    const fault = faults.trigger(name, request);
    if (fault && isPlainObject(taken)) taken = meddled(name, fault, taken);
  }
  return taken as T;
}

function meddled(name: HalfEffect, { field }: Fault, body: Record<string, unknown>): Record<string, unknown> {
  const isMeant = (key: string) => field === undefined || field === key;
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => {
      if (key === 'customFields' && Array.isArray(value)) return [[key, customTaken(name, field, value)]];
      if (!isMeant(key)) return [[key, value]];
      if (name !== 'value-ignored') return [[key, changes[name](value, key)]];
      // What adds or removes needs a list.
      return Array.isArray(value) ? [[key, []]] : [];
    }),
  );
}

function customTaken(name: HalfEffect, field: string | undefined, inputs: readonly unknown[]): unknown[] {
  return inputs.flatMap((input) => {
    if (!isPlainObject(input) || (field !== undefined && field !== 'customFields' && field !== input.id))
      return [input];
    if (name === 'value-ignored') return [];
    const { id, key, ...values } = input;
    const taken = Object.entries(values).map(([under, value]) => [under, changes[name](value, '')]);
    return [{ ...input, ...Object.fromEntries(taken) }];
  });
}

type Change = (value: unknown, key: string) => unknown;

const changes: Readonly<Record<Exclude<HalfEffect, 'value-ignored'>, Change>> = {
  'value-normalised': normalised,
  'value-halved': halved,
};

const markup = new Set(['body', 'notes', 'description']);

/** Case, blanks, the scheme of an address, paragraphs: what HighLevel is known to write in another way. */
function normalised(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => normalised(item, key));
  if (typeof value !== 'string' || value === '' || key.endsWith('Id') || key === 'assignedTo') return value;
  if (markup.has(key)) {
    const lines = value.replace(/\r\n?/g, '\n').split('\n');
    return lines.map((line) => (/^</.test(line) ? line : `<p>${line.trim()}</p>`)).join('');
  }
  // Another case would be no date and no country.
  if (/^[A-Z]{2}$|^\d{4}-\d\d/.test(value)) return value;
  const words = value.trim().replace(/\s+/g, ' ').toLowerCase();
  return key === 'website' ? `https://${words.replace(/^https?:\/\//, '').replace(/\/$/, '')}/` : words;
}

function halved(value: unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value.slice(0, Math.ceil(value.length / 2));
  return typeof value === 'number' ? Math.floor(value / 2) : value;
}
