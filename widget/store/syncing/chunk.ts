import type { Handler } from '../../../engine/handler.ts';
import { handlers } from '../../../engine/kinds.ts';
import type { Kind } from '../../../engine/operation.ts';
import type { SyncState } from '../../../engine/state.ts';
import type { Api } from '../../../highlevel/client.ts';
import { type ActivityVerbs, createActivityVerbs } from '../../../panel-api/activity.ts';
import { createSyncState } from '../../../panel-api/state.ts';
import type { Invert } from '../take-back.ts';
import type { Subscribe } from './event-stream.ts';
import { createSyncing } from './syncing.ts';

/** What syncing needs of the proxy. */
export interface ProxyState {
  state: SyncState;
  activity: ActivityVerbs;
  /** The proxy's events; absent where there is no proxy. */
  subscribe?: Subscribe;
}

/** All that syncing is made of, loaded as one part after the first contact is shown. */
export interface SyncChunk extends ProxyState {
  createSyncing: typeof createSyncing;
  invert: Invert;
}

const invert: Invert = (operation, { before, after }) =>
  (handlers[operation.kind] as unknown as Handler<Kind, unknown>).inverse(
    operation,
    before,
    after,
  ) as ReturnType<Invert>;

export const createSyncChunk = (proxy: ProxyState): SyncChunk => ({ ...proxy, createSyncing, invert });

/** Joins it to the proxy at `url`; `session` gives the current session. */
export const connectSyncChunk = (api: Api, url: string, session: () => Promise<string>): SyncChunk =>
  createSyncChunk({
    state: createSyncState(api),
    activity: createActivityVerbs(api),
    subscribe: async (onEvent, signal) => {
      const { hearEvents } = await import('../../../panel-api/events.ts');
      return hearEvents(url, await session(), onEvent, { signal });
    },
  });
