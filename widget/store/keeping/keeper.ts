import { effect } from '@preact/signals';
import type { Section } from '../../section/port.ts';
import type { EditsOfContact } from '../fields/edits.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import type { Drafts, KeptTick } from './drafts.ts';
import type { Stores } from './take-up.ts';

/** Keeps what is unsaved beyond the page. */
export interface Keeper {
  keep(contactId: string, edits: EditsOfContact): void;
  keepTicks(ticks: ReadonlyMap<string, KeptTick>): void;
  keepEntries(contactId: string, drafts: ReadonlyMap<string, EntryDraft>): void;
  /** Takes up what earlier pages left, once Grist has told which table this is. */
  takeUp(stores: Stores & { section: Section }): () => void;
}

/** Holds back until the table is known; what happens before is in the stores, and kept then. */
export function createKeeper(): Keeper {
  let drafts: Drafts | null = null;
  let isOpening = false;
  let isOver = false;

  return {
    keep: (contactId, edits) => drafts?.keep(contactId, edits),
    keepTicks: (ticks) => drafts?.keepTicks(ticks),
    keepEntries: (contactId, entries) => drafts?.keepEntries(contactId, entries),
    takeUp: ({ section, ...stores }) => {
      const stop = effect(() => {
        const state = section.state.value;
        if (isOpening || state.kind !== 'row') return;
        isOpening = true;
        // Fetched after the first paint, which needs none of it; a failure is tried again with the next row.
        import('./drafts.ts')
          .then(({ openDrafts }) => openDrafts(section, state.row.tableId, stores))
          .then(
            (opened) => {
              if (isOver) opened.stop();
              else drafts = opened;
            },
            () => {
              isOpening = false;
            },
          );
      });
      return () => {
        stop();
        isOver = true;
        // What a panel that is gone still hears is not its to keep: another may have taken it up.
        drafts?.stop();
        drafts = null;
      };
    },
  };
}
