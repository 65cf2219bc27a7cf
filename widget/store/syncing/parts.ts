import type { Api } from '../../../highlevel/client.ts';
import { createActivity } from './activity.ts';
import { createSyncing } from './start.ts';
import { createSyncVerbs, type SyncVerbs } from './verbs.ts';

/** All that syncing is made of, fetched as one part after the first contact is shown. */
export interface SyncParts {
  verbs: SyncVerbs;
  createSyncing: typeof createSyncing;
  createActivity: typeof createActivity;
}

export const createSyncParts = (verbs: SyncVerbs): SyncParts => ({
  verbs,
  createSyncing,
  createActivity,
});

export const connectSyncParts = (api: Api): SyncParts => createSyncParts(createSyncVerbs(api));
