import { signal } from '@preact/signals';
import type { EntryForm } from '../../engine/forms.ts';
import type { DraftView, EntryWork } from '../../widget/store/views/entries.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

const blank: Record<EntryForm['kind'], EntryForm> = {
  task: { kind: 'task', title: '', body: '', dueDate: null, assignee: '' },
  note: { kind: 'note', title: '', body: '', pinned: false },
  appointment: {
    ...{ kind: 'appointment', calendarId: '', title: '', startTime: null, endTime: null },
    ...{ assignee: '', address: '', notes: '', status: 'confirmed', outsideSlots: false },
  },
};

/** Keeps what is typed and writes down the rest. `change` replaces parts of it. */
export function fakeEntryWork(verb: Verb, change: Partial<EntryWork> = {}): EntryWork {
  const drafts = signal<readonly DraftView[]>([]);
  let count = 0;
  return {
    drafts,
    formFor: (kind) => blank[kind],
    keep: (entryId, form, draftId) => {
      const isSame = (draft: DraftView) =>
        draftId === undefined ? draft.entryId === entryId && draft.form.kind === form.kind : draft.id === draftId;
      const known = drafts.value.find(isSame);
      const id = known?.id ?? `draft${++count}`;
      drafts.value = [
        ...drafts.value.filter((draft) => !isSame(draft)),
        { id, entryId, form, sending: false, failure: null },
      ];
      verb('keepEntry')(entryId, form);
      return id;
    },
    discard: (draftId) => {
      drafts.value = drafts.value.filter(({ id }) => id !== draftId);
      verb('discardEntry')(draftId);
    },
    submit: (draftId) => {
      drafts.value = drafts.value.map((draft) => (draft.id === draftId ? { ...draft, sending: true } : draft));
      verb('submitEntry')(draftId);
      return [];
    },
    retry: verb('retryEntry'),
    overwrite: verb('overwriteEntry'),
    remove: verb('removeEntry'),
    setStatus: verb('setStatus'),
    pin: verb('pin'),
    freeSlots: async () => [],
    ...change,
  };
}
