import { isAmbiguousList, joinItems, splitItems } from './items.ts';
import type { Pair } from './pair.ts';

const fold = (tag: string) => tag.toLowerCase();

/** Tags in one text. The size of letters does not make another tag, so the first spelling counts. */
export const tagsPair: Pair<'tags'> = {
  toField(form, text) {
    if (isAmbiguousList(form, text)) return undefined;
    const tags = splitItems(text, form.separator);
    return tags.filter((tag, at) => tags.findIndex((other) => fold(other) === fold(tag)) === at).join('\n');
  },
  toGrist: joinItems,
};
