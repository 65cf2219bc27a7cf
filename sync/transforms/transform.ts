import { sameOfKind } from '../compare.ts';
import type { ValueKind } from '../fields.ts';
import { asIs } from './as-is.ts';
import { booleanPair } from './boolean.ts';
import { businessPair } from './business.ts';
import { choicePair } from './choice.ts';
import { choicesPair } from './choices.ts';
import { datePair } from './date.ts';
import { namePair } from './name.ts';
import { numberPair } from './number.ts';
import { ownerPair } from './owner.ts';
import type { Pair } from './pair.ts';
import { phonePair } from './phone.ts';
import { tagsPair } from './tags.ts';
import { textPair } from './text.ts';
import type { Transform, TransformContext } from './types.ts';

type AnyPair = Pair<Transform['kind']>;

const pairs: { [Kind in Transform['kind']]: Pair<Kind> } = {
  'as-is': asIs,
  text: textPair,
  phone: phonePair,
  name: namePair,
  date: datePair,
  money: numberPair,
  number: numberPair,
  boolean: booleanPair,
  choice: choicePair,
  choices: choicesPair,
  owner: ownerPair,
  business: businessPair,
  tags: tagsPair,
};

const pairOf = ({ kind }: Transform) => pairs[kind] as AnyPair;

/** How the values are compared that a transform makes. */
const valueKinds: Partial<Record<Transform['kind'], ValueKind>> = {
  phone: 'phone',
  date: 'date',
  money: 'money',
  number: 'number',
  choices: 'choices',
  tags: 'tags',
};

/** The text of a column in the terms of its field; `undefined` when it cannot be said there, so is never sent. */
export function toField(transform: Transform, text: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  return text.trim() === '' && !pair.readsEmpty ? '' : pair.toField(transform, text, context);
}

/**
 * The value of a field as the text of its column; `undefined` when a column cannot say it: nothing is written of which
 * another value would be read back.
 */
export function toGrist(transform: Transform, value: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  const text = value.trim() === '' && !pair.readsEmpty ? '' : pair.toGrist(transform, value, context);
  const back = text === undefined ? undefined : toField(transform, text, context);
  return back !== undefined && sameOfKind(valueKinds[transform.kind] ?? 'text', back, value) ? text : undefined;
}

/** Tells whether a column's text, written anew from its field, is the same to its reader. */
export function isKept(transform: Transform, before: string, after: string, context: TransformContext): boolean {
  const pair = pairOf(transform);
  if (pair.isKept && before.trim() !== '') return pair.isKept(before, after);
  return toField(transform, before, context) === toField(transform, after, context);
}
