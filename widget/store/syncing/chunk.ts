import type { Handler } from '../../../engine/handler.ts';
import { handlers } from '../../../engine/kinds.ts';
import type { Kind } from '../../../engine/operation.ts';
import type { Api } from '../../../highlevel/client.ts';
import { createActivityVerbs } from '../../../panel-api/activity.ts';
import { createSyncState } from '../../../panel-api/state.ts';
import type { Invert } from '../take-back.ts';
import { type OpenOptions, openSyncing } from './open-syncing.ts';
import type { ProxyState } from './proxy-state.ts';
import type { Syncing } from './syncing.ts';

/** All that syncing is made of, loaded as one part after the first contact is shown. */
export interface SyncChunk {
  open(options: OpenOptions): Promise<Syncing>;
  invert: Invert;
}

const invert: Invert = (operation, { before, after }) =>
  (handlers[operation.kind] as unknown as Handler<Kind, unknown>).inverse(
    operation,
    before,
    after,
  ) as ReturnType<Invert>;

export const createSyncChunk = (proxy: ProxyState): SyncChunk => ({
  open: (options) => openSyncing(proxy, options),
  invert,
});

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
