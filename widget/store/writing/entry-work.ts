import { computed, type ReadonlySignal } from '@preact/signals';
import { blankForm, type EntryForm, missingOf } from '../../../engine/forms.ts';
import { entryApi } from '../../../engine/kinds/entry-api.ts';
import { type OperationOf, operation } from '../../../engine/operation.ts';
import { listFreeSlots } from '../../../highlevel/booking.ts';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import { entriesIn, type Records } from '../reading/records.ts';
import type { Overlay } from '../timeline/timeline.ts';
import type { EntryWork } from '../views/entries.ts';
import { overlayOperations } from './overlay.ts';

export type EntryOperation = OperationOf<'entry'>;

export interface Writing {
  readonly work: EntryWork;
  readonly overlay: Overlay;
}

export interface WritingOptions {
  api: Api;
  outbox: Outbox;
  records: Cache<Records>;
  /** The contact shown, or `''`. */
  contactId: ReadonlySignal<string>;
  now: ReadonlySignal<number>;
  isReadOnly: () => boolean;
  calendars: () => ReadonlyMap<string, Calendar>;
  /** Called before the person's draft is dropped. */
  onDiscard: (draft: EntryOperation) => void;
}

/** The form that an operation wants; that of a deletion is what is deleted. */
export const formOf = ({ want, seen }: EntryOperation): EntryForm | null => want ?? seen;

/** Writes entries of the contact shown. */
export function createWriting(options: WritingOptions): Writing {
  const { api, outbox, records, contactId, now, isReadOnly } = options;
  const ofShown = computed(() =>
    [...outbox.all.value.values()].filter(
      (one): one is EntryOperation => one.kind === 'entry' && one.target.contactId === contactId.value,
    ),
  );
  const isDraft = (draft: EntryOperation, kind: EntryKind, entryId: string | null) =>
    draft.target.kind === kind && draft.target.entryId === entryId && draft.status === 'draft' && draft.want !== null;

  function entryOf(kind: EntryKind, entryId: string) {
    const known = records.peek(contactId.peek());
    return (
      known &&
      entriesIn(known, kind)
        .state.peek()
        .data?.find(({ id }) => id === entryId)
    );
  }

  function savedForm(kind: EntryKind, entryId: string): EntryForm | null {
    const entry = entryOf(kind, entryId);
    return entry ? entryApi(kind).formOf(entry) : null;
  }

  const begin = (entryId: string | null, form: EntryForm, seen: EntryForm | null) =>
    operation({
      kind: 'entry',
      target: { contactId: contactId.peek(), kind: form.kind, entryId },
      want: form,
      seen,
      origin: 'panel',
      status: 'draft',
    });

  function send(draft: EntryOperation) {
    if (!isReadOnly()) void outbox.send({ ...draft, status: 'sending', failure: null, log: null });
  }

  function peek(draftId: string): EntryOperation | null {
    const draft = outbox.peek(draftId);
    return draft?.kind === 'entry' && draft.status === 'draft' ? draft : null;
  }

  function again(draftId: string, change: Partial<EntryOperation> = {}) {
    const draft = peek(draftId);
    if (draft) send({ ...draft, ...change });
  }

  function change(entryId: string, kind: EntryKind, wanted: (form: EntryForm) => EntryForm) {
    const seen = savedForm(kind, entryId);
    if (seen) send(begin(entryId, wanted(seen), seen));
  }

  const work: EntryWork = {
    drafts: computed(() =>
      ofShown.value.flatMap(({ id, target, want, status, failure }) =>
        want ? [{ id, entryId: target.entryId, form: want, sending: status !== 'draft', failure }] : [],
      ),
    ),
    formFor: (kind, entryId) => {
      const kept = ofShown.peek().find((draft) => isDraft(draft, kind, entryId));
      return kept?.want ?? (entryId === null ? blankForm(kind) : savedForm(kind, entryId));
    },
    keep(entryId, form, draftId) {
      const named = draftId === undefined ? null : peek(draftId);
      const kept = named ?? ofShown.peek().find((draft) => isDraft(draft, form.kind, entryId));
      const draft = kept ?? begin(entryId, form, entryId === null ? null : savedForm(form.kind, entryId));
      outbox.put({ ...draft, want: form, failure: kept?.want === form ? draft.failure : null });
      return draft.id;
    },
    discard(draftId) {
      const draft = peek(draftId);
      if (!draft) return;
      // A dropped draft makes others look again, so they have to know before.
      options.onDiscard(draft);
      outbox.drop(draftId);
    },
    submit(draftId) {
      const draft = peek(draftId);
      if (!draft?.want) return [];
      const missing = missingOf(draft.want, (id) => options.calendars().get(id)?.needsAssignee === true);
      if (missing.length === 0) send(draft);
      return missing;
    },
    retry: (draftId) => again(draftId),
    overwrite: (draftId) => again(draftId, { seen: null }),
    remove(kind, entryId) {
      const entry = entryOf(kind, entryId);
      if (!entry || isReadOnly()) return;
      const wanted = { ...begin(entryId, entryApi(kind).formOf(entry), null), status: 'sending' as const };
      void outbox.send({ ...wanted, want: null, seen: wanted.want }, { known: { entry } });
    },
    setStatus: (id, status) =>
      change(id, 'appointment', (form) => (form.kind === 'appointment' ? { ...form, status } : form)),
    pin: (id, pinned) => change(id, 'note', (form) => (form.kind === 'note' ? { ...form, pinned } : form)),
    freeSlots: (calendarId, span) => listFreeSlots(api, calendarId, span),
  };

  return { work, overlay: (items) => overlayOperations(items, ofShown.value, now.peek()) };
}
