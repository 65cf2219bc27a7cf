import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Grant } from './token-endpoint.ts';

/** Who began an authorization, and for which document. */
export interface Beginner {
  document: string;
  userId: number;
}

const lifetime = 10 * 60_000;
const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const secret = () => randomBytes(24).toString('base64url');
const place = (stateHash: string) => `oauth_state ${stateHash}`;
const statePlace = 'oauth_state';

/**
 * Keeps authorizations while they are under way, ten minutes at most. `state` proves to us that HighLevel's answer belongs
 * to one that we began, and works once. The `claim` is given only to the window that came back: the widget of the person
 * who began must show it. So an attacker cannot send a stranger through HighLevel's page and have the stranger's location
 * connected to a document of his own.
 */
export function createAuthorizations(store: Store, vault: Vault, now: () => number = Date.now) {
  /** A state is sealed, so that one that a stranger made up is known without the database. */
  const isOurs = (state: string): boolean => vault.tryOpen(state, statePlace) !== null;

  return {
    isOurs,

    async begin({ document, userId }: Beginner): Promise<string> {
      await store.deleteFrom('oauth_state').where('expires_at', '<=', now()).execute();
      const state = vault.seal(secret(), statePlace);
      await store
        .insertInto('oauth_state')
        .values({
          state_hash: hash(state),
          document,
          user_id: userId,
          expires_at: now() + lifetime,
          claim_hash: null,
          sealed: null,
        })
        .execute();
      return state;
    },

    /** Takes the state, so that it works once; answers `false` when it is unknown, used or too old. */
    async take(state: string): Promise<boolean> {
      if (!isOurs(state)) return false;
      const { numUpdatedRows } = await store
        .updateTable('oauth_state')
        .set({ claim_hash: '' })
        .where('state_hash', '=', hash(state))
        .where('claim_hash', 'is', null)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Keeps the grant that the state led to; answers the claim. */
    async hold(state: string, grant: Grant): Promise<string> {
      const claim = secret();
      const stateHash = hash(state);
      await store
        .updateTable('oauth_state')
        .set({ claim_hash: hash(claim), sealed: vault.seal(JSON.stringify(grant), place(stateHash)) })
        .where('state_hash', '=', stateHash)
        .execute();
      return claim;
    },

    /** The grant of a claim, for the person who began it in that document; else `null`. */
    async peek(claim: string, { document, userId }: Beginner): Promise<Grant | null> {
      const row = await store
        .selectFrom('oauth_state')
        .selectAll()
        .where('claim_hash', '=', hash(claim))
        .where('document', '=', document)
        .where('user_id', '=', userId)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      const grant = row?.sealed ? vault.tryOpen(row.sealed, place(row.state_hash)) : null;
      return grant === null ? null : (JSON.parse(grant) as Grant);
    },

    /** Uses the claim up. */
    async finish(claim: string): Promise<void> {
      await store.deleteFrom('oauth_state').where('claim_hash', '=', hash(claim)).execute();
    },
  };
}

export type Authorizations = ReturnType<typeof createAuthorizations>;
