import type { Pair } from './pair.ts';

/** Choices that are called something else on the other side. One without a pair cannot be said there. */
export const choicePair: Pair<'choice'> = {
  toField: ({ pairs }, text) => pairs.find(({ grist }) => grist === text.trim())?.highlevel,
  toGrist: ({ pairs }, value) => pairs.find(({ highlevel }) => highlevel === value.trim())?.grist,
  isKept: (before, after) => before.trim() === after,
};
