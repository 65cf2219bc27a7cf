import { createDatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import type { Credential } from '../database/schema.ts';
import type { Grant } from '../oauth/token-endpoint.ts';
import type { Vault } from '../secrets/vault.ts';

export interface Tokens {
  access: string;
  refresh: string | null;
}

export const locationHolder = (locationId: string) => `location ${locationId}`;
export const companyHolder = (companyId: string) => `company ${companyId}`;
const holderOf = (grant: Grant) =>
  grant.locationId === null ? companyHolder(grant.companyId) : locationHolder(grant.locationId);

/** Where the vault finds a credential's tokens. */
export const placeOf = (holder: string) => `credential ${holder}`;

/** Reads and writes credentials. A write takes effect only while the row is as its reader knew it. */
export function createCredentialRows(store: Store, vault: Vault, now?: () => number) {
  const clock = createDatabaseClock(store, now);
  /** What was opened once, for as long as its row is in use. */
  const opened = new WeakMap<Credential, Tokens>();
  const sealed = (holder: string, { access, refresh }: Tokens) =>
    vault.seal(JSON.stringify({ access, refresh }), placeOf(holder));

  return {
    read: (holder: string): Promise<Credential | undefined> =>
      store.selectFrom('credential').selectAll().where('holder', '=', holder).executeTakeFirst(),

    tokens(row: Credential): Tokens {
      const tokens = opened.get(row) ?? (JSON.parse(vault.open(row.sealed, placeOf(row.holder))) as Tokens);
      opened.set(row, tokens);
      return tokens;
    },

    /** Keeps what a person's sign-in gave; an older credential of the same holder is replaced. */
    async keep(grant: Grant): Promise<string> {
      const holder = holderOf(grant);
      const values = {
        company_id: grant.companyId,
        sealed: sealed(holder, grant),
        scopes: grant.scopes,
        expires_at: grant.expiresAt,
        lease_owner: null,
        lease_until: 0,
        intent_at: null,
        broken: null,
      };
      await store
        .insertInto('credential')
        .values({ holder, ...values })
        .onConflict((conflict) =>
          conflict.column('holder').doUpdateSet((row) => ({ ...values, rotation: row('credential.rotation', '+', 1) })),
        )
        .execute();
      return holder;
    },

    /** Leases the right to redeem for `life` milliseconds, unless another process has it or redeemed since `row` was read. */
    async lease(row: Credential, owner: string, life: number): Promise<boolean> {
      const { numUpdatedRows } = await store
        .updateTable('credential')
        .set({ lease_owner: owner, lease_until: clock(life) })
        .where('holder', '=', row.holder)
        .where('rotation', '=', row.rotation)
        .where((is) =>
          is.or([is('lease_owner', 'is', null), is('lease_until', '<', clock()), is('lease_owner', '=', owner)]),
        )
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Renews the lease, if the owner still has it. */
    async renew(row: Credential, owner: string, life: number): Promise<void> {
      await store
        .updateTable('credential')
        .set({ lease_until: clock(life) })
        .where('holder', '=', row.holder)
        .where('rotation', '=', row.rotation)
        .where('lease_owner', '=', owner)
        .execute();
    },

    /** Changes the row as the holder of its lease; answers `false` when the lease or the rotation has moved on. */
    async settle(row: Credential, owner: string, values: Partial<Omit<Credential, 'holder'>>): Promise<boolean> {
      const { numUpdatedRows } = await store
        .updateTable('credential')
        .set(values)
        .where('holder', '=', row.holder)
        .where('rotation', '=', row.rotation)
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /**
     * Stores the pair that follows the row's, also when another has taken the lease by now but got no pair. Answers `false`
     * when there is a newer one, or one of another sign-in.
     */
    async follow(row: Credential, owner: string, values: Partial<Omit<Credential, 'holder'>>): Promise<boolean> {
      const { numUpdatedRows } = await store
        .updateTable('credential')
        .set({ ...values, rotation: row.rotation + 1 })
        .where('holder', '=', row.holder)
        .where('rotation', '=', row.rotation)
        .where((is) => is.or([is('lease_owner', '=', owner), is('sealed', '=', row.sealed)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    sealed,

    /** Forgets a credential, and with a company's last location the company's own. */
    async forget(holder: string): Promise<void> {
      const row = await store
        .deleteFrom('credential')
        .where('holder', '=', holder)
        .returning('company_id')
        .executeTakeFirst();
      if (!row) return;
      const company = companyHolder(row.company_id);
      const others = store.selectFrom('credential').select('holder');
      await store
        .deleteFrom('credential')
        .where('holder', '=', company)
        .where(({ not, exists }) =>
          not(exists(others.where('company_id', '=', row.company_id).where('holder', '!=', company))),
        )
        .execute();
    },
  };
}

export type CredentialRows = ReturnType<typeof createCredentialRows>;
