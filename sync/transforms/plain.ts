import type { ValueKind } from '../fields.ts';
import { floatText } from '../kinds/decimal.ts';
import { tidy } from '../validate.ts';
import type { Pair } from './pair.ts';

/** A float shows fifteen digits, as Grist does: the rest of 0.1 + 0.2 is noise. */
const withoutNoise = (text: string) =>
  text.length > 16 ? (floatText(Number(Number(text).toPrecision(15))) ?? text) : text;

/** The text is the value. A text that is no such value is left as it is, and `problemWith` rejects it. */
export const plainPair: Pair<'plain'> = {
  toField: ({ of, cell }, text) => tidy({ kind: of }, cell === 'number' ? withoutNoise(text) : text),
  toGrist: (_, value) => value.trim(),
};

/** Kinds whose values may have several lines. */
export const manyLined: ReadonlySet<ValueKind> = new Set(['large-text', 'texts', 'tags', 'choices']);
