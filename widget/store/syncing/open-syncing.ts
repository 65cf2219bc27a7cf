import { computed } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import { lazy } from '../lazy.ts';
import type { Directory } from '../reading/directory.ts';
import { createObserver } from '../reading/observer.ts';
import type { SyncChunk } from './chunk.ts';
import type { Syncing, SyncingOptions } from './syncing.ts';

type Given = 'api' | 'state' | 'activity' | 'subscribe' | 'observe' | 'customFields' | 'directory' | 'users' | 'author';

interface OpenOptions extends Omit<SyncingOptions, Given> {
  api: () => Promise<Api>;
  directory: Directory;
}

/** Loads what keeps both sides equal, and starts it with what the panel knows. */
export async function openSyncing(chunk: () => Promise<SyncChunk>, options: OpenOptions): Promise<Syncing> {
  const { directory, records, section } = options;
  const [{ createSyncing, state, activity, subscribe }, api] = await Promise.all([chunk(), options.api()]);
  const person = lazy(() => activity.person());
  return createSyncing({
    ...options,
    api,
    state,
    activity,
    subscribe,
    observe: createObserver(records),
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
