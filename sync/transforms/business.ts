import { createLookup } from './lookup.ts';
import type { Pair } from './pair.ts';
import type { TransformContext } from './types.ts';

const byName = createLookup<TransformContext['businesses'][number]>(({ name }) => name);

/** The business that the contact belongs to. Businesses with the same name cannot be told apart by it. */
export const businessPair: Pair<'business'> = {
  toField: (_, text, { businesses }) => byName.idOf(businesses, text),
  toGrist: (_, value, { businesses }) => byName.termOf(businesses, value),
};
