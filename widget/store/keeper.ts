import { effect } from '@preact/signals';
import type { FieldRef } from '../../sync/refs.ts';
import type { Section } from '../grist/port.ts';
import type { Drafts, KeptTick } from './drafts.ts';
import type { Edits, EditsOfContact } from './edits.ts';
import type { Saver } from './saver.ts';
import type { Tasks } from './tasks.ts';

/** Keeps what is unsaved over a reload of the page. */
export interface Keeper {
  keep(contactId: string, edits: EditsOfContact): void;
  keepTicks(ticks: ReadonlyMap<string, KeptTick>): void;
  /** Takes up what an earlier page left, once Grist has told which document this is. */
  takeUp(stores: { section: Section; edits: Edits; saver: Saver; tasks: Tasks }): () => void;
}

/** Holds back until the document is known; what happens before is in the stores, and kept then. */
export function createKeeper(): Keeper {
  let drafts: Drafts | null = null;

  function restore(kept: Drafts, edits: Edits, saver: Saver) {
    for (const [contactId, fields] of kept.edits()) {
      for (const [key, edit] of fields) {
        const { draft, save } = edits.peek(contactId, key);
        if (draft || save) continue;
        edits.set(contactId, key, edit.save ? { ...edit, save: { ...edit.save, failure: null } } : edit);
        if (edit.save) saver.resume(contactId, key);
      }
    }
  }

  function keepAll(kept: Drafts, edits: Edits) {
    for (const [contactId, fields] of edits.all.peek()) kept.keep(contactId, fields as ReadonlyMap<FieldRef, never>);
  }

  return {
    keep: (contactId, edits) => drafts?.keep(contactId, edits),
    keepTicks: (ticks) => drafts?.keepTicks(ticks),
    takeUp: ({ section, edits, saver, tasks }) => {
      const stop = effect(() => {
        // Without full access Grist never answers.
        if (drafts || !['row', 'no-row', 'new-row', 'unmapped'].includes(section.state.value.kind)) return;
        // Their code is fetched after the first paint, which needs none of them.
        Promise.all([section.docId(), import('./drafts.ts')]).then(
          ([docId, { createDrafts }]) => {
            if (drafts) return;
            const kept = createDrafts(docId);
            const ticks = kept.ticks();
            drafts = kept;
            restore(kept, edits, saver);
            keepAll(kept, edits);
            tasks.resume(ticks);
          },
          () => {},
        );
      });
      return () => {
        stop();
        // What a panel that is gone still hears is not its to keep: another may have taken it up.
        drafts = null;
      };
    },
  };
}
