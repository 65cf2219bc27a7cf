import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Cache } from './cache.ts';
import type { Directory } from './directory.ts';
import { cancelRecords, freshFor, loadRecords, type Records } from './records.ts';
import type { Selection } from './selection.ts';

/** Keeps the shown records loaded. */
export interface Loader {
  /** The records of the contact under the cursor, as far as they are known. */
  readonly current: ReadonlySignal<Records | null>;
  /** Reads what is old or failed; with `all`, everything. */
  load(all?: boolean): void;
  dispose(): void;
}

interface LoaderOptions {
  selection: Selection;
  records: Cache<Records>;
  directory: Directory;
}

/** Shows what is known at once, and asks HighLevel only about the row on which the cursor rests. */
export function createLoader({ selection, records, directory }: LoaderOptions): Loader {
  const opened = signal<Records | null>(null);
  // Whoever asks before the effect below has run gets nothing, rather than what belongs to another row.
  const current = computed(() => (opened.value?.contactId === selection.contactId.value ? opened.value : null));
  let loaded: Records | null = null;

  function load(all = false) {
    const shown = current.peek();
    if (!shown) return;
    if (loaded !== shown && loaded) cancelRecords(loaded);
    loaded = shown;
    loadRecords(shown, all ? -1 : freshFor);
  }

  const stops = [
    effect(() => {
      const contactId = selection.contactId.value;
      opened.value = untracked(() => (contactId === '' ? null : records.open(contactId)));
    }),
    effect(() => {
      if (selection.settled.value !== '') untracked(load);
    }),
    effect(() => {
      // Names of people and calendars can wait for the contact.
      if (current.value?.contact.state.value.data !== undefined) untracked(directory.load);
    }),
  ];

  // Back on the tab after a while, a person expects what is true now.
  const listening = new AbortController();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && load(), listening);

  return {
    current,
    load,
    dispose: () => {
      listening.abort();
      for (const stop of stops) stop();
    },
  };
}
