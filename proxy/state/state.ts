import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import { type ActivityLog, createActivityLog } from './activity.ts';
import { type Agreements, createAgreements } from './base.ts';
import { createPeople, type People } from './people.ts';

/** What the proxy remembers of documents beside their connections. */
export interface SyncMemory {
  agreements: Agreements;
  activity: ActivityLog;
  people: People;
}

export function createSyncMemory(store: Store, vault: Vault, now?: () => number): SyncMemory {
  const people = createPeople(store, vault);
  return {
    agreements: createAgreements(store, vault, now),
    activity: createActivityLog(store, vault, people, now),
    people,
  };
}
