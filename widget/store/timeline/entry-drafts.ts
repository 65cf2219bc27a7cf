import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../view.ts';
import type { EntryForm } from '../views/entries.ts';
import type { EntryKind } from '../views/timeline.ts';

/** A create that was sent and whose answer is not known: asked again under its key, it is the same one. */
export interface SentCreate {
  key: string;
  form: EntryForm;
}

/** A row of a mirrored table that stands for no entry yet, and the row of the panel's table that it belongs to. */
export interface TypedRow {
  rowId: number;
  linked: { rowId: number; contactId: string };
}

/** What a person wants to become of an entry, until HighLevel follows. */
export interface EntryDraft {
  id: string;
  /** What the log calls this try; each has its own line there. */
  attempt: string;
  contactId: string;
  kind: EntryKind;
  /** `null`: a new entry. */
  entryId: string | null;
  verb: 'save' | 'remove';
  form: EntryForm;
  /** The entry as the person saw it: another one found at HighLevel was written by somebody else. `null`: nothing to compare. */
  seen: EntryForm | null;
  /** `typed` is sent by nobody; with a failure it was, and was given back. */
  stage: 'typed' | 'sending';
  failure: Failure | null;
  sent: SentCreate | null;
  /** Where a new entry was typed when it was not in the panel: the text stays there, whatever becomes of the draft. */
  row?: TypedRow;
  via: 'panel' | 'undo' | 'mirror';
}

/** Drafts of entries by name, of all contacts. */
export interface EntryDrafts {
  readonly all: ReadonlySignal<ReadonlyMap<string, EntryDraft>>;
  peek(id: string): EntryDraft | undefined;
  put(draft: EntryDraft): void;
  drop(id: string): void;
}

/** `onChange` hears of a contact's drafts, to keep them beyond the page. */
export function createEntryDrafts(
  onChange: (contactId: string, drafts: ReadonlyMap<string, EntryDraft>) => void,
): EntryDrafts {
  const all = signal<ReadonlyMap<string, EntryDraft>>(new Map());

  function change(id: string, contactId: string, draft: EntryDraft | null) {
    const next = new Map(all.peek());
    if (draft) next.set(id, draft);
    else next.delete(id);
    all.value = next;
    onChange(contactId, new Map([...next].filter(([, kept]) => kept.contactId === contactId)));
  }

  return {
    all,
    peek: (id) => all.peek().get(id),
    put: (draft) => change(draft.id, draft.contactId, draft),
    drop: (id) => {
      const draft = all.peek().get(id);
      if (draft) change(id, draft.contactId, null);
    },
  };
}
