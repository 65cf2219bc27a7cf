import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Values } from '../../sync/cells.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { Journal } from './journal.ts';
import type { Syncing } from './syncing/start.ts';
import type { ConflictView } from './view-sync.ts';

/** What keeps both sides equal, whose code is fetched after the first contact is shown. Until then it knows of nothing. */
export interface LateSyncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  readonly journal: Journal;
  loaded(): Syncing | null;
  /** Fetches it at need. Rejects when the code cannot be fetched; the next call tries again. */
  open(): Promise<Syncing>;
  note(contactId: string, values: Values): void;
  dispose(): void;
}

const noConflicts: ReadonlyMap<FieldRef, ConflictView> = new Map();
const nothingFlows: ReadonlySet<FieldRef> = new Set();

export function createLateSyncing(start: () => Promise<Syncing>): LateSyncing {
  const loaded = signal<Syncing | null>(null);
  let starting: Promise<Syncing> | null = null;
  let isOver = false;

  const open = () => {
    starting ??= start().then(
      (syncing) => {
        if (isOver) syncing.dispose();
        else loaded.value = syncing;
        return syncing;
      },
      (error: unknown) => {
        starting = null;
        throw error;
      },
    );
    return starting;
  };

  return {
    conflicts: computed(() => loaded.value?.conflicts.value ?? noConflicts),
    flowing: computed(() => loaded.value?.flowing.value ?? nothingFlows),
    journal: {
      begin: async (intent) => (await open()).journal.begin(intent),
      finish: (...told) =>
        void open()
          .then(({ journal }) => journal.finish(...told))
          .catch(() => {}),
    },
    loaded: () => loaded.value,
    open,
    note: (contactId, values) =>
      void open()
        .then((syncing) => syncing.note(contactId, values))
        .catch(() => {}),
    dispose: () => {
      isOver = true;
      loaded.peek()?.dispose();
    },
  };
}
