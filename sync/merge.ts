import { isSame } from './compare.ts';
import type { FieldTraits } from './refs.ts';
import { problemWith } from './validate.ts';

/** Which way values of a column run. */
export type Direction = 'to-highlevel' | 'to-grist' | 'both';

/** Which side is right when both changed: a person chooses, or one side always is. */
export type ConflictRule = 'ask' | 'grist' | 'highlevel';

/** What becomes of a field, given the values of both sides and the one on which they last agreed. */
export type Outcome =
  /** Both mean the same. Unless `agreed`, the base says something else, or nothing: `value` is to be agreed on. */
  | { kind: 'same'; value: string; agreed: boolean }
  | { kind: 'to-grist'; value: string }
  | { kind: 'to-highlevel'; value: string }
  /** Both changed, apart. `before` is `undefined` when they never agreed. */
  | { kind: 'conflict'; before: string | undefined; grist: string; highlevel: string }
  /** They differ, and nothing flows automatically: forbidden by the direction, not writable, invalid, doubtful, or never agreed on. */
  | {
      kind: 'differs';
      grist: string;
      highlevel: string;
      /** The grid changed it to what does not look like such a value. */
      isDoubtful?: true;
    };

export interface MergeRule {
  direction: Direction;
  onConflict: ConflictRule;
  traits: FieldTraits;
}

/**
 * Compares both sides of a field with what they last agreed on; `undefined` when they never did. What changed on one side
 * alone flows to the other where the direction allows it. What changed on both is a person's choice, or follows the rule.
 * Without a base only an empty side is filled: a value that merely looks different is offered. The result is always one of the
 * values given.
 */
export function merge(base: string | undefined, grist: string, highlevel: string, rule: MergeRule): Outcome {
  const { direction, onConflict, traits } = rule;
  if (isSame(traits, grist, highlevel)) return { kind: 'same', value: highlevel, agreed: base === highlevel };

  const differs: Outcome = { kind: 'differs', grist, highlevel };
  const toGrist = direction === 'to-highlevel' ? differs : ({ kind: 'to-grist', value: highlevel } as const);
  const isSendable = traits.writable && direction !== 'to-grist' && problemWith(traits, grist) === null;
  const toHighLevel = isSendable ? ({ kind: 'to-highlevel', value: grist } as const) : differs;

  const changed = base === undefined ? 'unknown' : changedSide(traits, base, grist, highlevel);
  if (changed === 'grist') return toHighLevel;
  if (changed === 'highlevel') return toGrist;
  if (changed === 'unknown' && highlevel.trim() === '') return toHighLevel;
  if (changed === 'unknown' && grist.trim() === '') return toGrist;
  if (onConflict === 'grist') return toHighLevel;
  if (onConflict === 'highlevel') return toGrist;
  // A choice needs two ways out: where values run one way only, there is nothing to choose between.
  const isChoice = changed === 'both' && direction === 'both' && traits.writable;
  return isChoice ? { kind: 'conflict', before: base, grist, highlevel } : differs;
}

/**
 * The side that changed. Being the same is not always transitive (a number without its country code is the same as two
 * with different ones), so where neither seems to have changed although both differ, the exact texts decide.
 */
function changedSide(traits: FieldTraits, base: string, grist: string, highlevel: string) {
  const here = isSame(traits, base, grist);
  const there = isSame(traits, base, highlevel);
  if (here !== there) return here ? 'highlevel' : 'grist';
  if (here && base === grist) return 'highlevel';
  return here && base === highlevel ? 'grist' : 'both';
}
