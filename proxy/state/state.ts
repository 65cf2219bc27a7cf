import type { Agreement, SyncState } from '../../engine/state.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import { createDatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import { toClientError } from '../errors.ts';
import type { DocumentEvent } from '../events/bus.ts';
import type { Vault } from '../secrets/vault.ts';
import { createActivityLog } from './activity.ts';
import { createActivityList } from './activity-list.ts';
import { createBase } from './base.ts';
import { createLeases } from './leases.ts';
import { type ActivityLimits, type StateCaps, usualCaps, usualLimits } from './limits.ts';
import { createPeople } from './people.ts';

interface Options {
  /** The process's clock; leases go by the database's. */
  now?: () => number;
  limits?: ActivityLimits;
  caps?: StateCaps;
}

/** The tables of what all who work in a document share. */
export function createStateTables(store: Store, vault: Vault, options: Options = {}) {
  const { now, limits = usualLimits, caps = usualCaps } = options;
  const people = createPeople(store, vault);
  const activity = createActivityLog(store, vault, caps, now);
  const base = createBase(vault, caps, now);
  const leases = createLeases(createDatabaseClock(store, now), caps);
  return {
    store,
    limits,
    base,
    activity,
    listActivity: createActivityList(store, vault, people),
    leases,
    people,
    /** Deletes what is too old or too much, and ended leases. */
    tidy: () => Promise.all([activity.tidy(limits), leases.tidy(store)]),
    /** Deletes bases that have been unused for long. Looks at every contact, so it is for once a day. */
    tidyBase: () => base.tidy(store),
  };
}

export type StateTables = ReturnType<typeof createStateTables>;

/** In whose name the state of which document is used. */
export interface Scope {
  /** A document and the location that it reaches: `spaceOf`. */
  space: string;
  /** Grist's number for the user who stands behind the changes. */
  userId: number;
  /** Publishes what changed: one event for each contact and call. */
  publish?: (kind: DocumentEvent['kind'], contactId: string) => Promise<unknown> | undefined;
}

const full = () =>
  new HighLevelError(
    'rejected',
    'The base of this document, or of a contact, is full: nothing of the call was stored.',
    {
      reason: 'full',
    },
  );

/** Rejects with `HighLevelError` whatever fails. */
async function rejecting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toClientError(error);
  }
}

/** The state of a document, straight from the database: for an engine on the server, and for the routes. */
export function createState(tables: StateTables, { space, userId, publish }: Scope): SyncState {
  const { store, limits, base, activity, leases } = tables;
  const transaction = <T>(work: (db: Store) => Promise<T>) => store.transaction().execute(work);
  const publishAll = (kind: DocumentEvent['kind'], contactIds: Iterable<string>) =>
    Promise.all([...new Set(contactIds)].map((contactId) => publish?.(kind, contactId)));

  /** `isNeeded`: it is an error when a value has no room. */
  async function agree(agreements: readonly Agreement[], isNeeded: boolean, before = async (_db: Store) => {}) {
    const values = await base.prepare(space, agreements);
    const stored = await transaction(async (db) => {
      await before(db);
      const stored = await base.store(db, space, values);
      if (stored.isFull && isNeeded) throw full();
      return stored;
    });
    await publishAll(
      'base',
      stored.accepted.map(({ contactId }) => contactId),
    );
    return base.newestAfter(store, space, stored);
  }

  const claim = (holder: string, keys: readonly string[], ttl: number) =>
    transaction((db) => leases.claim(db, space, holder, keys, ttl));

  return {
    readBase: (contactIds) => rejecting(() => base.read(store, space, contactIds)),
    agree: (agreements) => rejecting(() => agree(agreements, true)),

    begin: (intents) =>
      rejecting(async () => {
        const size = await transaction((db) => activity.begin(db, space, userId, intents));
        // What cannot be deleted now is deleted within the hour.
        if (activity.isLarge(size, limits)) activity.trim(space, limits).catch(() => {});
      }),

    finish: (outcomes, agreements = [], lease) =>
      rejecting(async () => {
        let contactIds: ReadonlySet<string> = new Set();
        // An outcome is stored in any case; to lose an agreement costs a question at most.
        const newest = await agree(agreements, false, async (db) => {
          contactIds = await activity.finish(db, space, outcomes);
          if (lease) await leases.release(db, space, lease.holder, lease.keys);
        });
        await publishAll('activity', contactIds);
        return newest;
      }),

    claim: (holder, keys, ttl) =>
      rejecting(async () => {
        try {
          return await claim(holder, keys, ttl);
        } catch (error) {
          if (!(error instanceof HighLevelError)) throw error;
          await leases.tidy(store, space);
          return claim(holder, keys, ttl);
        }
      }),
    release: (holder, keys) => rejecting(() => leases.release(store, space, holder, keys)),
  };
}
