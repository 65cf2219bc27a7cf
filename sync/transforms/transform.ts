import { sameOfKind } from '../compare.ts';
import type { ValueKind } from '../fields.ts';
import { asIs } from './as-is.ts';
import { booleanPair } from './boolean.ts';
import { businessPair } from './business.ts';
import { heldBy, readFrom } from './cell.ts';
import { choicePair } from './choice.ts';
import { choicesPair } from './choices.ts';
import { countryPair } from './country.ts';
import { datePair } from './date.ts';
import { namePair } from './name.ts';
import { numberPair } from './number.ts';
import { ownerPair } from './owner.ts';
import type { Pair } from './pair.ts';
import { phonePair } from './phone.ts';
import { manyLined, plainPair } from './plain.ts';
import { tagsPair } from './tags.ts';
import { textPair } from './text.ts';
import type { Transform, TransformContext } from './types.ts';

type AnyPair = Pair<Transform['kind']>;

const pairs: { [Kind in Transform['kind']]: Pair<Kind> } = {
  'as-is': asIs,
  plain: plainPair,
  text: textPair,
  phone: phonePair,
  name: namePair,
  date: datePair,
  money: numberPair,
  number: numberPair,
  boolean: booleanPair,
  choice: choicePair,
  choices: choicesPair,
  country: countryPair,
  owner: ownerPair,
  business: businessPair,
  tags: tagsPair,
};

const pairOf = ({ kind }: Transform) => pairs[kind] as AnyPair;

/** How the values are compared that a transform makes. */
function valueKind(transform: Transform): ValueKind {
  switch (transform.kind) {
    case 'plain':
      return transform.of;
    case 'phone':
    case 'date':
    case 'money':
    case 'number':
    case 'choices':
    case 'country':
    case 'tags':
      return transform.kind;
    default:
      return 'text';
  }
}

/** A cell that may hold a list comes with one item a line. A field that has one value does not take several. */
const isSeveral = (transform: Transform, text: string) =>
  (transform.cell === 'any' || transform.cell === 'list') &&
  text.trim().includes('\n') &&
  !manyLined.has(valueKind(transform));

/** The text of a column in the terms of its field; `undefined` when the field cannot hold it: then it is never sent. */
export function toField(transform: Transform, text: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  if (text.trim() === '' && !pair.readsEmpty) return '';
  const read = readFrom(transform.cell ?? 'text', text);
  return read === undefined || isSeveral(transform, read) ? undefined : pair.toField(transform, read, context);
}

/**
 * The value of a field as the text of its column; `undefined` when the column cannot hold it, also because of its
 * type: no text is written that would be read back as another value.
 */
export function toGrist(transform: Transform, value: string, context: TransformContext): string | undefined {
  const pair = pairOf(transform);
  const text = value.trim() === '' && !pair.readsEmpty ? '' : pair.toGrist(transform, value, context);
  const held = text === undefined ? undefined : heldBy(transform.cell ?? 'text', text);
  const back = held === undefined ? undefined : toField(transform, held, context);
  return back !== undefined && sameOfKind(valueKind(transform), back, value) ? held : undefined;
}

/** Is a column's text, once rewritten from its field, the same to its reader? */
export function isKept(transform: Transform, before: string, after: string, context: TransformContext): boolean {
  const pair = pairOf(transform);
  if (pair.isKept && before.trim() !== '') return pair.isKept(transform, before, after);
  return toField(transform, before, context) === toField(transform, after, context);
}
