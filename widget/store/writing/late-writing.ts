import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { once } from '../lazy.ts';
import { createEntryDrafts, type EntryDraft, type EntryDrafts } from '../timeline/entry-drafts.ts';
import type { Overlay } from '../timeline/timeline.ts';
import type { Failure } from '../view.ts';
import type { EntryWork } from '../views/entries.ts';
import type { Writing } from './start.ts';

/** What writes entries, whose code is fetched when somebody first writes. Their drafts are known from the start. */
export interface LateWriting {
  readonly drafts: EntryDrafts;
  /** How the timeline shows what is on its way; `null` while there is nothing. */
  readonly overlay: ReadonlySignal<Overlay | null>;
  work(): Promise<EntryWork>;
  /** Fetches the code at need. */
  open(): Promise<Writing>;
  retryAll(isDue: (failure: Failure) => boolean): void;
  /** Drafts by the contact that they belong to. */
  byContact(): ReadonlyMap<string, ReadonlyMap<string, EntryDraft>>;
  /** Is something of this contact not in HighLevel? */
  isBusy(contactId: string): boolean;
  /** Drops what was typed for a contact that is no more. */
  forget(contactId: string): void;
  /** Takes up what an earlier page left. */
  resume(draft: EntryDraft): void;
}

interface LateWritingOptions {
  onChange: (contactId: string, drafts: ReadonlyMap<string, EntryDraft>) => void;
  start: (drafts: EntryDrafts) => Promise<Writing>;
}

export function createLateWriting({ onChange, start }: LateWritingOptions): LateWriting {
  const drafts = createEntryDrafts(onChange);
  const loaded = signal<Writing | null>(null);
  const open = once(async () => {
    loaded.value = await start(drafts);
    return loaded.value;
  });

  return {
    drafts,
    overlay: computed(() => (drafts.all.value.size > 0 ? (loaded.value?.overlay ?? null) : null)),
    open,
    work: async () => (await open()).work,
    retryAll: (isDue) => loaded.peek()?.retryAll(isDue),
    byContact: () => {
      const contacts = new Map<string, Map<string, EntryDraft>>();
      for (const draft of drafts.all.peek().values())
        contacts.set(draft.contactId, new Map([...(contacts.get(draft.contactId) ?? []), [draft.id, draft]]));
      return contacts;
    },
    isBusy: (contactId) => [...drafts.all.peek().values()].some((draft) => draft.contactId === contactId),
    forget: (contactId) => {
      for (const draft of drafts.all.peek().values()) if (draft.contactId === contactId) drafts.drop(draft.id);
    },
    resume: (draft) => {
      drafts.put(draft);
      open().then(
        (writing) => writing.resume(draft.id),
        () => {},
      );
    },
  };
}
