import { joinItems, splitItems } from './items.ts';
import type { Pair } from './pair.ts';

/** Several choices in one text. */
export const choicesPair: Pair<'choices'> = {
  toField: ({ separator, whole }, text) => [...new Set(splitItems(text, separator, whole))].join('\n'),
  toGrist: ({ separator, whole }, value) => joinItems(value, separator, whole),
};
