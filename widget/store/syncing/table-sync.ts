import { effect } from '@preact/signals';
import type { DriftStore } from '../views/drift.ts';
import type { ActivityStore } from '../views/sync.ts';
import { type Activity, createActivity } from './activity.ts';
import type { TableContext } from './context.ts';
import { createDrift } from './drift.ts';

/** What looks beyond the fields of the shown row, loaded when any of it is first wanted. */
export interface TableSync {
  readonly drift: DriftStore;
  readonly activity: ActivityStore;
  /** The log of the shown contact alone. */
  readonly history: ActivityStore;
  /** The log of a contact has grown. */
  onActivity(contactId: string): void;
  dispose(): void;
}

export function createTableSync(options: TableContext): TableSync {
  const activity: Activity = createActivity(options);
  const history: Activity = createActivity(options);
  const drift = createDrift(options);
  const stop = effect(() => {
    history.contactId.value = options.shownId.value;
  });
  return {
    drift,
    activity,
    history,
    onActivity: (contactId) => {
      for (const log of [activity, history]) log.onActivity(contactId);
    },
    dispose: () => {
      stop();
      drift.stop();
    },
  };
}
