import type { Api } from '../../../highlevel/client.ts';
import { createSyncing } from './start.ts';
import { createSyncVerbs, type SyncVerbs } from './verbs.ts';

/** All that syncing is made of, fetched as one part after the first contact is shown. */
export interface SyncParts {
  verbs: SyncVerbs;
  createSyncing: typeof createSyncing;
}

export const createSyncParts = (verbs: SyncVerbs): SyncParts => ({
  verbs,
  createSyncing,
});

/** Joins it to the proxy at `url`; `session` gives the current session. */
export const connectSyncParts = (api: Api, url: string, session: () => Promise<string>): SyncParts =>
  createSyncParts({
    ...createSyncVerbs(api),
    hear: async (onEvent, signal) => {
      const { hearEvents } = await import('../../../panel-api/events.ts');
      return hearEvents(url, await session(), onEvent, { signal });
    },
  });
