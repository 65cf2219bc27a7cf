import { folded } from '../characters.ts';
import type { Pair, TransformOf } from './pair.ts';
import type { ChoicePair } from './types.ts';

/** A choice by its name; one that is written otherwise where that can be no other. */
function pairOf(pairs: readonly ChoicePair[], text: string): ChoicePair | undefined {
  const exact = pairs.find(({ grist }) => grist === text) ?? pairs.find(({ highlevel }) => highlevel === text);
  if (exact) return exact;
  const like = pairs.filter(({ grist, highlevel }) => [grist, highlevel].some((one) => folded(one) === folded(text)));
  return like.length === 1 && folded(text) !== '' ? like[0] : undefined;
}

/** A text of its own may stand in a field that takes others, unless it is what the column calls a choice. */
const isOther = ({ pairs, open }: TransformOf<'choice'>, text: string) =>
  open === true && !pairs.some(({ grist, highlevel }) => grist === text || highlevel === text);

/** Choices that are called something else on the other side. One without a pair has no value there. */
export const choicePair: Pair<'choice'> = {
  toField(transform, given) {
    const text = given.trim();
    return pairOf(transform.pairs, text)?.highlevel ?? (isOther(transform, text) ? text : undefined);
  },
  toGrist(transform, value) {
    const text = value.trim();
    const pair = transform.pairs.find(({ highlevel }) => highlevel === text);
    return pair ? pair.grist : isOther(transform, text) ? text : undefined;
  },
  // What only looks like a choice may be written as that; one that is a choice is not to become another.
  isKept: ({ pairs }, before, after) => before.trim() === after || !pairs.some(({ grist }) => grist === before.trim()),
};
