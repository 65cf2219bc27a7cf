import { joinItems, splitItems } from './items.ts';
import type { Pair } from './pair.ts';

/** Several choices in one text. */
export const choicesPair: Pair<'choices'> = {
  toField: ({ separator }, text) => [...new Set(splitItems(text, separator))].join('\n'),
  toGrist: ({ separator }, value) => joinItems(value, separator),
};
