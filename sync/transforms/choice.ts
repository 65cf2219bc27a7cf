import type { Pair, TransformOf } from './pair.ts';

/** A text of its own may stand on both sides, unless it is what the other side calls a choice. */
const other = ({ pairs, open }: TransformOf<'choice'>, text: string, side: 'grist' | 'highlevel') =>
  open && !pairs.some((pair) => pair[side] === text) ? text : undefined;

/** Choices that are called something else on the other side. One without a pair cannot be said there. */
export const choicePair: Pair<'choice'> = {
  toField(transform, text) {
    const pair = transform.pairs.find(({ grist }) => grist === text.trim());
    return pair ? pair.highlevel : other(transform, text.trim(), 'highlevel');
  },
  toGrist(transform, value) {
    const pair = transform.pairs.find(({ highlevel }) => highlevel === value.trim());
    return pair ? pair.grist : other(transform, value.trim(), 'grist');
  },
  isKept: (before, after) => before.trim() === after,
};
