import { sameOfKind } from './compare.ts';
import type { ValueKind } from './fields.ts';
import type { FieldTraits } from './refs.ts';

/** `invalid`: the text cannot be such a value. `required`: HighLevel does not let this field be emptied. */
export type Problem = 'invalid' | 'required';

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** HighLevel keeps numbers of about sixteen digits: one with more would be rounded behind everybody's back. */
const isDecimal = (text: string) =>
  /^[+-]?\d+(?:\.\d+)?$/.test(text) && sameOfKind('number', String(Number(text)), text);

/** Light on purpose: they catch slips of the finger, HighLevel has the last word. */
const checks: Partial<Record<ValueKind, (text: string) => boolean>> = {
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text),
  phone: (text) => /^\+?[\d\s().\-/]+$/.test(text) && /^\d{5,15}$/.test(text.replace(/\D/g, '')),
  date: isDay,
  number: isDecimal,
  money: isDecimal,
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  country: (text) => /^[A-Za-z]{2}$/.test(text),
};

/** Finds what speaks against sending a text as the value of a field; `null` when nothing does. */
export function problemWith({ kind, clearable, choices, isClosed }: FieldTraits, text: string): Problem | null {
  const trimmed = text.trim();
  if (trimmed === '') return clearable ? null : 'required';
  if (isClosed && !choices?.includes(trimmed)) return 'invalid';
  const check = checks[kind];
  return !check || check(trimmed) ? null : 'invalid';
}

/** Tidies what was typed before it is compared or sent: no outer blanks, country codes in capitals. */
export function tidy({ kind }: FieldTraits, text: string): string {
  const trimmed = text.trim();
  return kind === 'country' ? trimmed.toUpperCase() : trimmed;
}
