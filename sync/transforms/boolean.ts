import type { Pair } from './pair.ts';

const fold = (text: string) => text.trim().toLowerCase();

/**
 * A toggle in Grist, two words in HighLevel. An empty toggle is off. What HighLevel has neither word for, such as a question
 * never answered, does not come to Grist: a toggle can only say yes or no.
 */
export const booleanPair: Pair<'boolean'> = {
  readsEmpty: true,
  toField({ yes, no }, text) {
    if (fold(text) === 'true') return yes;
    return fold(text) === 'false' || fold(text) === '' ? no : undefined;
  },
  toGrist({ yes, no }, value) {
    if (value.trim() === yes) return 'true';
    return value.trim() === no ? 'false' : undefined;
  },
};
