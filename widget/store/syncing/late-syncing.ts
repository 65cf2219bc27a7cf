import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FieldRef } from '../../../sync/refs.ts';
import type { ChoiceLooks, Row } from '../../section/port.ts';
import type { Saver } from '../fields/saver.ts';
import type { Journal } from '../journal.ts';
import { once } from '../lazy.ts';
import type { ConflictView } from '../views/sync.ts';
import type { Syncing } from './start.ts';

/** What keeps both sides equal, whose code is fetched after the first contact is shown. Until then it knows of nothing. */
export interface LateSyncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** How the columns of fields paint their choices. */
  readonly looks: ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks> | undefined>;
  readonly journal: Journal;
  /** Saves wait for the code. */
  readonly saver: Saver;
  /** The shown row in the terms of fields; `undefined` until the code is there. */
  readonly row: ReadonlySignal<Row | null | undefined>;
  loaded(): Syncing | null;
  /** Fetches it at need. Rejects when the code cannot be fetched; the next call tries again. */
  open(): Promise<Syncing>;
  dispose(): void;
}

const noConflicts: ReadonlyMap<FieldRef, ConflictView> = new Map();
const nothingFlows: ReadonlySet<FieldRef> = new Set();

/** `onUnfetched` hears of a save whose code could not be fetched. */
export function createLateSyncing(
  start: () => Promise<Syncing>,
  onUnfetched: (contactId: string, key: FieldRef) => void,
): LateSyncing {
  const loaded = signal<Syncing | null>(null);
  let isOver = false;

  const open = once(async () => {
    const syncing = await start();
    if (isOver) syncing.dispose();
    else loaded.value = syncing;
    return syncing;
  });

  const carry =
    (verb: keyof Saver): Saver['save'] =>
    async (contactId, key) => {
      const syncing = await open().catch(() => null);
      if (syncing) await syncing.saver[verb](contactId, key);
      else onUnfetched(contactId, key);
    };

  return {
    conflicts: computed(() => loaded.value?.conflicts.value ?? noConflicts),
    flowing: computed(() => loaded.value?.flowing.value ?? nothingFlows),
    looks: computed(() => loaded.value?.looks.value),
    journal: {
      begin: async (intent) => (await open()).journal.begin(intent),
      finish: (...told) => loaded.peek()?.journal.finish(...told),
    },
    saver: {
      save: carry('save'),
      resume: carry('resume'),
    },
    row: computed(() => loaded.value?.row.value),
    loaded: () => loaded.value,
    open,
    dispose: () => {
      isOver = true;
      loaded.peek()?.dispose();
    },
  };
}
