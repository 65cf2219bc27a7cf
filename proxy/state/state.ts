import type { SyncState } from '../../engine/ports.ts';
import { createDatabaseClock } from '../database/clock.ts';
import type { Store } from '../database/open.ts';
import { tellable } from '../errors.ts';
import type { DocumentEvent } from '../events/bus.ts';
import type { Vault } from '../secrets/vault.ts';
import { type ActivityLog, createActivityLog } from './activity.ts';
import { type Base, createBase } from './base.ts';
import { createLeases, type Leases } from './leases.ts';
import { createPeople, type People } from './people.ts';

/** The tables of what all who work in a document share. */
export interface StateTables {
  store: Store;
  base: Base;
  activity: ActivityLog;
  leases: Leases;
  people: People;
}

export function createStateTables(store: Store, vault: Vault, now?: () => number): StateTables {
  const people = createPeople(store, vault);
  return {
    store,
    base: createBase(vault, now),
    activity: createActivityLog(store, vault, people, now),
    leases: createLeases(createDatabaseClock(store, now)),
    people,
  };
}

/** In whose name the state of which document is used. */
export interface Scope {
  /** A document and the location that it reaches: `spaceOf`. */
  space: string;
  /** Grist's number for the user who stands behind the changes. */
  userId: number;
  /** Publishes what changed: one event for each contact and call. */
  publish?: (kind: DocumentEvent['kind'], contactId: string) => Promise<unknown> | undefined;
}

/** The state of a document, straight from the database: for an engine on the server, and for the routes. */
export function createState(tables: StateTables, { space, userId, publish }: Scope): SyncState {
  const { store, base, activity, leases } = tables;
  const publishAll = (kind: DocumentEvent['kind'], contactIds: ReadonlySet<string>) =>
    Promise.all([...contactIds].map((contactId) => publish?.(kind, contactId)));
  const rejecting = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw tellable(error);
    }
  };

  return {
    readBase: (contactIds) => rejecting(base.read(store, space, contactIds)),

    async agree(agreements) {
      const { newest, changed } = await rejecting(
        store.transaction().execute((db) => base.agree(db, space, agreements)),
      );
      await publishAll('base', changed);
      return newest;
    },

    begin: (intents) => rejecting(activity.begin(store, space, userId, intents)),

    async finish(outcomes, agreements = []) {
      const { contactIds, newest, changed } = await rejecting(
        store.transaction().execute(async (db) => ({
          contactIds: await activity.finish(db, space, outcomes),
          ...(await base.agree(db, space, agreements)),
        })),
      );
      await Promise.all([publishAll('activity', contactIds), publishAll('base', changed)]);
      return newest;
    },

    claim: (holder, keys, ttl) => rejecting(leases.claim(store, space, holder, keys, ttl)),
    release: (holder, keys) => rejecting(leases.release(store, space, holder, keys)),
  };
}
