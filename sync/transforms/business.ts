import { withoutInvisible } from '../characters.ts';
import { createLookup } from './lookup.ts';
import { isIdLike } from './owner.ts';
import type { Pair } from './pair.ts';
import type { TransformContext } from './types.ts';

type Business = TransformContext['businesses'][number];

const byId = createLookup<Business>(({ id }) => id);
const byName = createLookup<Business>(({ name }) => name);

/** The business that the contact belongs to. A name that two businesses share names neither. */
export const businessPair: Pair<'business'> = {
  toField(_, text, { businesses }) {
    const id = withoutInvisible(text);
    return byId.idOf(businesses, id) ?? byName.idOf(businesses, text) ?? (isIdLike(id) ? id : undefined);
  },
  toGrist: ({ by }, value, { businesses }) => (by === 'id' ? value.trim() : byName.termOf(businesses, value)),
};
