import { createLookup } from './lookup.ts';
import type { Pair } from './pair.ts';
import type { TransformContext } from './types.ts';

type User = TransformContext['users'][number];

const lookups = {
  name: createLookup<User>(({ name }) => name),
  email: createLookup<User>(({ email }) => email),
};

/** The user who looks after the contact. Users with the same name cannot be told apart by it. */
export const ownerPair: Pair<'owner'> = {
  toField: ({ by }, text, { users }) => lookups[by].idOf(users, text),
  toGrist: ({ by }, value, { users }) => lookups[by].termOf(users, value),
};
