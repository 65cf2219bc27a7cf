import type { ReadonlySignal } from '@preact/signals';
import { computed } from '@preact/signals';
import { listFreeSlots } from '../../../highlevel/booking.ts';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { Api } from '../../../highlevel/client.ts';
import { createActivityVerbs } from '../../../panel-api/activity.ts';
import type { Section } from '../../section/port.ts';
import type { Journal } from '../journal.ts';
import { createLanes } from '../lanes.ts';
import { once } from '../lazy.ts';
import type { Notices } from '../notices.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { EntryDraft, EntryDrafts, TypedRow } from '../timeline/entry-drafts.ts';
import type { Overlay } from '../timeline/timeline.ts';
import type { History } from '../undo.ts';
import type { Failure } from '../view.ts';
import type { EntryForm, EntryWork } from '../views/entries.ts';
import type { EntryKind } from '../views/timeline.ts';
import { blankForm, missingOf, type ThingOf } from './forms.ts';
import { createKinds, type Kinds, type KindWork } from './kinds.ts';
import { overlayDrafts } from './overlay.ts';
import { createSender, type Sent } from './send.ts';
import { createTakeBack } from './take-back.ts';

export interface Writing {
  readonly work: EntryWork;
  readonly overlay: Overlay;
  retryAll(isDue: (failure: Failure) => boolean): void;
  /** Goes on with a draft that an earlier page left on its way. */
  resume(draftId: string): void;
  /** Sends what was changed in a table that mirrors entries. */
  follow(contactId: string, entryId: string, form: EntryForm, seen: EntryForm): void;
  /** Makes what was typed as a new row of such a table. */
  make(row: TypedRow, form: EntryForm): void;
  /** Shows what was changed both in such a table and in HighLevel as a choice. `theirs`: what HighLevel has. */
  ask(contactId: string, entryId: string, form: EntryForm, theirs: string): void;
  readonly kinds: Kinds;
}

export interface WritingOptions {
  api: Api;
  whole: Section['whole'];
  drafts: EntryDrafts;
  records: Cache<Records>;
  journal: Journal;
  notices: Notices;
  history: History;
  /** The contact shown, or `''`. */
  contactId: ReadonlySignal<string>;
  now: ReadonlySignal<number>;
  isReadOnly: () => boolean;
  calendars: () => ReadonlyMap<string, Calendar>;
  locationId: () => Promise<string>;
  /** Both sides have it: whatever mirrors entries follows. */
  onSent: (sent: Sent) => void;
  /** A draft was dropped by the person. */
  onDiscarded: (draft: EntryDraft) => void;
}

const same = (draft: EntryDraft, kind: EntryKind, entryId: string | null) =>
  draft.kind === kind && draft.entryId === entryId && draft.stage === 'typed' && draft.verb === 'save';

const isOf = (row: TypedRow, { row: own, stage }: EntryDraft) => own?.rowId === row.rowId && stage === 'typed';

/** Writes entries of any contact; what it offers to components is about the contact shown. */
export function createWriting(options: WritingOptions): Writing {
  const { api, drafts, records, notices, history, contactId, now, isReadOnly } = options;
  const person = once(() => createActivityVerbs(api).person());
  const me = () =>
    person().then(
      (found) => found?.highlevelUserId ?? '',
      () => '',
    );
  const kinds = createKinds({ api, locationId: options.locationId, me });
  const like = new Map<string, ThingOf<EntryKind>>();
  const takeBack = createTakeBack({ kinds, drafts, like, history, notices, send: (id) => send(id) });
  const send = createSender({
    ...{ kinds, drafts, records, like },
    journal: options.journal,
    lanes: createLanes(),
    isWanted: async ({ kind, row }) => {
      const content = await (await options.whole()).readMirror(kind);
      return content?.rows.some(({ rowId, id }) => rowId === row?.rowId && id === '') ?? false;
    },
    onSent: (sent) => {
      takeBack(sent);
      like.delete(sent.draft.id);
      options.onSent(sent);
    },
    onFailed: ({ via }) => {
      notices.announce('save-failed');
      if (via === 'undo') notices.show('not-undone');
    },
  });

  const ofShown = computed(() => [...drafts.all.value.values()].filter((draft) => draft.contactId === contactId.value));

  function formOf(kind: EntryKind, entryId: string): EntryForm | null {
    const work = kinds[kind] as KindWork<EntryKind>;
    const known = records.peek(contactId.peek());
    const thing =
      known &&
      work
        .part(known)
        .state.peek()
        .data?.find(({ id }) => id === entryId);
    return thing ? work.formOf(thing) : null;
  }

  function start(draft: EntryDraft) {
    if (isReadOnly()) return;
    drafts.put({ ...draft, stage: 'sending', failure: null, attempt: crypto.randomUUID() });
    send(draft.id);
  }

  function begin(entryId: string | null, form: EntryForm, seen: EntryForm | null): EntryDraft {
    const blank = { id: crypto.randomUUID(), attempt: '', failure: null, sent: null };
    const about = { contactId: contactId.peek(), kind: form.kind, entryId, form, seen };
    return { ...blank, ...about, verb: 'save', stage: 'typed', via: 'panel' };
  }

  function again(draftId: string, change: Partial<EntryDraft> = {}) {
    const draft = drafts.peek(draftId);
    if (draft?.stage === 'typed') start({ ...draft, ...change });
  }

  function change(entryId: string, kind: EntryKind, wanted: (form: EntryForm) => EntryForm) {
    const seen = formOf(kind, entryId);
    if (seen) start(begin(entryId, wanted(seen), seen));
  }

  const work: EntryWork = {
    drafts: computed(() =>
      ofShown.value
        .filter(({ verb }) => verb === 'save')
        .map(({ id, entryId, form, stage, failure }) => ({ id, entryId, form, sending: stage === 'sending', failure })),
    ),
    formFor: (kind, entryId) => {
      const kept = ofShown.peek().find((draft) => same(draft, kind, entryId));
      return kept?.form ?? (entryId === null ? blankForm(kind) : formOf(kind, entryId));
    },
    keep(entryId, form, draftId) {
      const named = draftId === undefined ? undefined : drafts.peek(draftId);
      const kept = named?.stage === 'typed' ? named : ofShown.peek().find((draft) => same(draft, form.kind, entryId));
      const draft = kept ?? begin(entryId, form, entryId === null ? null : formOf(form.kind, entryId));
      drafts.put({ ...draft, form, failure: kept?.form === form ? draft.failure : null });
      return draft.id;
    },
    discard: (draftId) => {
      const draft = drafts.peek(draftId);
      if (draft?.stage !== 'typed') return;
      // Whoever hears of it is to be first: a dropped draft makes others look again.
      options.onDiscarded(draft);
      drafts.drop(draftId);
    },
    submit(draftId) {
      const draft = drafts.peek(draftId);
      if (draft?.stage !== 'typed') return [];
      const missing = missingOf(draft.form, (id) => options.calendars().get(id)?.needsAssignee === true);
      if (missing.length === 0) start(draft);
      return missing;
    },
    retry: (draftId) => again(draftId),
    overwrite: (draftId) => again(draftId, { seen: null }),
    remove(kind, entryId) {
      const form = formOf(kind, entryId);
      if (form) start({ ...begin(entryId, form, null), verb: 'remove' });
    },
    setStatus: (id, status) =>
      change(id, 'appointment', (form) => (form.kind === 'appointment' ? { ...form, status } : form)),
    pin: (id, pinned) => change(id, 'note', (form) => (form.kind === 'note' ? { ...form, pinned } : form)),
    freeSlots: (calendarId, span) => listFreeSlots(api, calendarId, span),
  };

  return {
    work,
    overlay: (items) => overlayDrafts(items, ofShown.value, now.peek()),
    retryAll: (isDue) => {
      for (const { id, failure } of drafts.all.peek().values()) if (failure && isDue(failure)) again(id);
    },
    resume: (draftId) => send(draftId),
    follow: (of, entryId, form, seen) => {
      start({ ...begin(entryId, form, seen), contactId: of, via: 'mirror' });
    },
    make: (row, form) => {
      // A text of the row that was given back is replaced by the new one.
      for (const draft of drafts.all.peek().values()) if (isOf(row, draft)) drafts.drop(draft.id);
      start({ ...begin(null, form, null), contactId: row.linked.contactId, via: 'mirror', row });
    },
    ask: (of, entryId, form, theirs) => {
      const failure: Failure = { side: 'highlevel', code: 'changed', theirs, retryable: false };
      drafts.put({ ...begin(entryId, form, null), contactId: of, via: 'mirror', failure });
    },
    kinds,
  };
}
