import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import { lazy } from '../lazy.ts';
import type { Asks } from '../views/fields.ts';
import type { ConflictView, Standing } from '../views/sync.ts';
import type { Syncing } from './syncing.ts';

/** What keeps both sides equal, whose code is loaded after the first contact is shown. Until then it knows of nothing. */
export interface LateSyncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  readonly asks: ReadonlySignal<ReadonlyMap<FieldRef, Asks>>;
  readonly standings: ReadonlySignal<ReadonlyMap<FieldRef, Standing>>;
  /** How the columns of fields paint their choices. */
  readonly looks: ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks> | undefined>;
  /** The shown row in the terms of fields; `undefined` until the code is there. */
  readonly row: ReadonlySignal<Row | null | undefined>;
  /** `false` until the code is there. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** A field that is no plain value of a contact; `''` until the code is there. */
  read(contact: Contact, field: FieldRef): string;
  loaded(): Syncing | null;
  /** Loads it at need. Rejects when the code cannot be loaded; the next call tries again. */
  open(): Promise<Syncing>;
  dispose(): void;
}

const noConflicts: ReadonlyMap<FieldRef, ConflictView> = new Map();
const asksNothing: ReadonlyMap<FieldRef, Asks> = new Map();
const nothingFlows: ReadonlySet<FieldRef> = new Set();
const noStandings: ReadonlyMap<FieldRef, Standing> = new Map();

export function createLateSyncing(start: () => Promise<Syncing>): LateSyncing {
  const loaded = signal<Syncing | null>(null);
  let isDisposed = false;

  return {
    conflicts: computed(() => loaded.value?.conflicts.value ?? noConflicts),
    flowing: computed(() => loaded.value?.flowing.value ?? nothingFlows),
    asks: computed(() => loaded.value?.asks.value ?? asksNothing),
    standings: computed(() => loaded.value?.standings.value ?? noStandings),
    looks: computed(() => loaded.value?.looks.value),
    row: computed(() => loaded.value?.row.value),
    isSettled: computed(() => loaded.value?.isSettled.value ?? false),
    read: (contact, field) => loaded.value?.read(contact, field) ?? '',
    loaded: () => loaded.value,
    open: lazy(async () => {
      const syncing = await start();
      if (isDisposed) syncing.dispose();
      else loaded.value = syncing;
      return syncing;
    }),
    dispose: () => {
      isDisposed = true;
      loaded.peek()?.dispose();
    },
  };
}
