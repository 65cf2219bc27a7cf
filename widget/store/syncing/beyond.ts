import { effect } from '@preact/signals';
import type { DriftStore } from '../views/drift.ts';
import type { ActivityStore } from '../views/sync.ts';
import { type Activity, createActivity } from './activity.ts';
import { createDrift } from './drift.ts';
import type { Tools } from './tools.ts';

/** What looks beyond the fields of the shown row, fetched when somebody first wants any of it. */
export interface Beyond {
  readonly drift: DriftStore;
  readonly activity: ActivityStore;
  /** The log of the shown contact alone. */
  readonly history: ActivityStore;
  /** The log of a contact has grown. */
  heard(contactId: string): void;
  dispose(): void;
}

export function createBeyond(tools: Tools): Beyond {
  const activity: Activity = createActivity(tools);
  const history: Activity = createActivity(tools);
  const drift = createDrift(tools);
  const stop = effect(() => {
    history.contactId.value = tools.shownId.value;
  });
  return {
    drift,
    activity,
    history,
    heard: (contactId) => {
      for (const log of [activity, history]) log.heard(contactId);
    },
    dispose: () => {
      stop();
      drift.stop();
    },
  };
}
