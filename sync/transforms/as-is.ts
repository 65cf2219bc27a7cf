import type { Pair } from './pair.ts';

/** The text is the value. */
export const asIs: Pair<'as-is'> = {
  toField: (_, text) => text,
  toGrist: (_, value) => value,
};
