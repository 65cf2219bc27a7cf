import { withoutInvisible } from '../characters.ts';
import { createLookup } from './lookup.ts';
import type { Pair } from './pair.ts';
import type { TransformContext } from './types.ts';

type User = TransformContext['users'][number];

const lookups = {
  id: createLookup<User>(({ id }) => id),
  name: createLookup<User>(({ name }) => name),
  email: createLookup<User>(({ email }) => email),
};

/** HighLevel's ids are 20 letters and digits; that of a user who left the location is no longer known, but still valid. */
export const isIdLike = (text: string): boolean => /^[A-Za-z\d]{17,}$/.test(text) && /\d|[a-z][A-Z]/.test(text);

/** The user who looks after the contact. A name that two users share names neither. */
export const ownerPair: Pair<'owner'> = {
  toField(_, text, { users }) {
    const term = withoutInvisible(text);
    const known = lookups.id.idOf(users, term) ?? lookups.email.idOf(users, term) ?? lookups.name.idOf(users, text);
    return known ?? (isIdLike(term) ? term : undefined);
  },
  toGrist: ({ by }, value, { users }) => (by === 'id' ? value.trim() : lookups[by].termOf(users, value)),
};
