import { computed } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import { lazy } from '../lazy.ts';
import { announceOperations, type OperationNoticesOptions } from '../operation-notices.ts';
import type { Directory } from '../reading/directory.ts';
import { createObserver } from '../reading/observer.ts';
import type { ProxyState } from './proxy-state.ts';
import { createSyncing, type Syncing, type SyncingOptions } from './syncing.ts';

type Given =
  | 'api'
  | 'state'
  | 'activity'
  | 'subscribe'
  | 'observe'
  | 'customFields'
  | 'directory'
  | 'users'
  | 'author'
  | 'onGridSent';

export interface OpenOptions extends Omit<SyncingOptions, Given>, Omit<OperationNoticesOptions, 'outbox'> {
  api: () => Promise<Api>;
  directory: Directory;
}

/** Starts what keeps both sides equal with what the panel knows. */
export async function openSyncing({ state, activity, subscribe }: ProxyState, options: OpenOptions): Promise<Syncing> {
  const { directory, records, section } = options;
  const api = await options.api();
  const onGridSent = announceOperations(options);
  const person = lazy(() => activity.person());
  return createSyncing({
    ...options,
    api,
    state,
    activity,
    subscribe,
    observe: createObserver(records),
    onGridSent,
    customFields: () => directory.customFields.peek(),
    users: computed(() => [...directory.users.value.values()]),
    directory: () => ({
      users: [...directory.users.peek().values()],
      calendars: [...directory.calendars.peek().values()],
      documentZone: section.environment.timeZone,
      locationZone: directory.timeZone,
    }),
    author: () =>
      person().then(
        (found) => found?.highlevelUserId ?? '',
        () => '',
      ),
  });
}
