import { isAmbiguousList, joinItems, splitItems } from './items.ts';
import type { Pair } from './pair.ts';

/** Several choices in one text. */
export const choicesPair: Pair<'choices'> = {
  toField(form, text) {
    if (isAmbiguousList(form, text)) return undefined;
    return [...new Set(splitItems(text, form.separator, form.whole))].join('\n');
  },
  toGrist: joinItems,
};
