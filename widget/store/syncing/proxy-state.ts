import type { SyncState } from '../../../engine/state.ts';
import type { ActivityVerbs } from '../../../panel-api/activity.ts';
import type { Subscribe } from './event-stream.ts';

/** What syncing needs of the proxy. */
export interface ProxyState {
  state: SyncState;
  activity: ActivityVerbs;
  /** The proxy's events; absent where there is no proxy. */
  subscribe?: Subscribe;
}
