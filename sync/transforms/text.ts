import type { Pair, TransformOf } from './pair.ts';

type Letters = TransformOf<'text'>['letters'];

const titled = (text: string) =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const spell: Readonly<Record<Letters, (text: string) => string>> = {
  keep: (text) => text,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: titled,
};

/**
 * Outer blanks go, and letters get the size that was asked for. A value of HighLevel with other letters does not come to
 * Grist: read back it would be another, and somebody's "McDonald" would become "Mcdonald" on both sides.
 */
export const textPair: Pair<'text'> = {
  toField: ({ letters }, text) => spell[letters](text.trim()),
  toGrist: (_, value) => value.trim(),
};
