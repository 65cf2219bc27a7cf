import { withoutInvisible } from '../characters.ts';
import { createLookup } from './lookup.ts';
import { isIdLike } from './owner.ts';
import type { Pair } from './pair.ts';
import type { TransformContext } from './types.ts';

type Business = TransformContext['businesses'][number];

const byId = createLookup<Business>(({ id }) => id);
const byName = createLookup<Business>(({ name }) => name);

/** The business that the contact belongs to. Businesses with the same name cannot be told apart by it. */
export const businessPair: Pair<'business'> = {
  toField(_, text, { businesses }) {
    const said = withoutInvisible(text);
    return byId.idOf(businesses, said) ?? byName.idOf(businesses, text) ?? (isIdLike(said) ? said : undefined);
  },
  toGrist: ({ by }, value, { businesses }) => (by === 'id' ? value.trim() : byName.termOf(businesses, value)),
};
