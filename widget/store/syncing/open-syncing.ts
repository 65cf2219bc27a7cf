import { computed, signal } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import { lazy } from '../lazy.ts';
import { announceOperations, type OperationNoticesOptions } from '../operation-notices.ts';
import type { Directory } from '../reading/directory.ts';
import { createObserver } from '../reading/observer.ts';
import { countryOf } from './country-of.ts';
import type { ProxyState } from './proxy-state.ts';
import { createSyncing, type Syncing, type SyncingOptions } from './syncing.ts';

type Given =
  | 'api'
  | 'country'
  | 'definitions'
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
  const isLocationRead = signal(false);
  void directory.timeZone().then(() => {
    isLocationRead.value = true;
  });
  return createSyncing({
    ...options,
    api,
    state,
    activity,
    subscribe,
    observe: createObserver(records),
    onGridSent,
    customFields: () => directory.customFields.peek(),
    definitions: directory.customFields,
    // A location that says none of its country, or cannot be read, has the document's.
    country: computed(() =>
      isLocationRead.value ? directory.location.value?.country || countryOf(section.environment.culture) : null,
    ),
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
