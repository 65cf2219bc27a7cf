import { createHash, randomUUID } from 'node:crypto';
import { createDatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import type { IdempotencyRow } from '../database/schema.ts';
import type { Vault } from '../secrets/vault.ts';

/** The answer of a create, as its repeats get it. */
export interface StoredAnswer {
  status: number;
  body: string;
}

/** How long a repeat still gets the first answer. */
const remembered = 48 * 3600_000;
const capacity = 100_000;
/** Characters of a probe: more than what is left of any page that is there. */
const probeSize = 16_384;
/** Milliseconds until a create whose process died may be taken over. */
export const leaseLife = 6000;

const hash = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export interface Request {
  /** Who asks: keys of two people or two documents never meet. */
  owner: string;
  /** `Idempotency-Key` */
  key: string;
  path: string;
  body: string;
}

/** A row, and the database's clock when it was read. */
type Found = IdempotencyRow & { now: number };

/** Keeps what was intended and what came of it, for 48 hours and at most 100,000 creates. */
export function createLedger(store: Store, vault: Vault, now: () => number = Date.now) {
  const idOf = ({ owner, key }: Request) => hash(owner, key);
  const clock = createDatabaseClock(store, now);
  const lease = () => ({ lease_until: clock(leaseLife) });
  const place = (id: string) => `idempotency ${id}`;

  return {
    idOf,
    fingerprintOf: ({ path, body }: Request) => hash(path, body),

    async find(id: string): Promise<Found | undefined> {
      const row = await store
        .selectFrom('idempotency')
        .selectAll()
        .select(clock().as('now'))
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row || row.created_at > row.now - remembered) return row;
      await store.deleteFrom('idempotency').where('id', '=', id).execute();
      return undefined;
    },

    /** Takes over a create with an unknown outcome; returns `false` when another process was quicker. */
    async takeOver(row: IdempotencyRow): Promise<boolean> {
      const { numUpdatedRows } = await store
        .updateTable('idempotency')
        .set({ state: 'intent', ...lease() })
        .where('id', '=', row.id)
        .where('state', '=', row.state)
        .where('lease_until', '=', row.lease_until)
        .where((is) => is.or([is('state', '!=', 'intent'), is('lease_until', '<=', clock())]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Stores the intent; returns `false` when the key is already there: another request was first. */
    async intend(request: Request, known: readonly string[]): Promise<boolean> {
      const row = { id: idOf(request), fingerprint: this.fingerprintOf(request), state: 'intent' as const };
      const { numInsertedOrUpdatedRows } = await store
        .insertInto('idempotency')
        .values({ ...row, status: null, sealed: null, known: JSON.stringify(known), ...lease(), created_at: clock() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Another process may take over what this one no longer renews. */
    async renew(id: string): Promise<void> {
      await store.updateTable('idempotency').set(lease()).where('id', '=', id).where('state', '=', 'intent').execute();
    },

    isGoing: (row: Found): boolean => row.state === 'intent' && row.lease_until > row.now,

    async done(id: string, { status, body }: StoredAnswer): Promise<void> {
      const sealed = vault.seal(body, place(id));
      await store.updateTable('idempotency').set({ state: 'done', status, sealed }).where('id', '=', id).execute();
    },

    async unknown(id: string): Promise<void> {
      await store.updateTable('idempotency').set({ state: 'unknown' }).where('id', '=', id).execute();
    },

    /** Nothing happened: the key may be used again. */
    async forget(id: string): Promise<void> {
      await store.deleteFrom('idempotency').where('id', '=', id).execute();
    },

    /** The stored answer, or `null` where its key is gone. */
    answer(row: IdempotencyRow): StoredAnswer | null {
      const body = vault.tryOpen(row.sealed ?? '', place(row.id));
      return body === null ? null : { status: row.status ?? 200, body };
    },

    /** Writes as much as a create does, and takes it back. Rejects where the database takes no writes. */
    async probe(): Promise<void> {
      const id = `probe ${randomUUID()}`;
      const row = { id, fingerprint: '', state: 'unknown' as const, status: null, sealed: null, lease_until: 0 };
      await store
        .insertInto('idempotency')
        .values({ ...row, known: 'x'.repeat(probeSize), created_at: clock() })
        .execute();
      await store.deleteFrom('idempotency').where('id', '=', id).execute();
    },

    /** Drops what is older than 48 hours, and the oldest beyond the capacity. */
    async tidy(): Promise<void> {
      await store.deleteFrom('idempotency').where('created_at', '<=', clock(-remembered)).execute();
      const newest = store.selectFrom('idempotency').select('id').orderBy('created_at', 'desc').limit(capacity);
      const { count } = await store
        .selectFrom('idempotency')
        .select((is) => is.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (Number(count) > capacity) await store.deleteFrom('idempotency').where('id', 'not in', newest).execute();
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
