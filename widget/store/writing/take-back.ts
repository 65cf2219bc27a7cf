import type { Notices } from '../notices.ts';
import type { EntryDraft, EntryDrafts } from '../timeline/entry-drafts.ts';
import type { History } from '../undo.ts';
import type { EntryForm } from '../views/entries.ts';
import type { EntryKind } from '../views/timeline.ts';
import type { ThingOf } from './forms.ts';
import type { Kinds, KindWork } from './kinds.ts';
import type { Sent } from './send.ts';

interface TakeBackOptions {
  kinds: Kinds;
  drafts: EntryDrafts;
  /** What a new entry takes its other values from, by the draft's name. */
  like: Map<string, ThingOf<EntryKind>>;
  history: History;
  notices: Notices;
  send: (draftId: string) => void;
}

/**
 * Makes each thing a person did to an entry one that can be taken back. Taking back is a change like any other: it is refused
 * where somebody changed the entry since. A deleted entry comes back as a new one, since HighLevel keeps no deleted ones.
 */
export function createTakeBack({ kinds, drafts, like, history, notices, send }: TakeBackOptions) {
  /** Entries that were brought back, by the id that they had. */
  const heirs = new Map<string, string>();
  const heirOf = (id: string): string => {
    const next = heirs.get(id);
    return next ? heirOf(next) : id;
  };

  function start(contactId: string, kind: EntryKind, change: Pick<EntryDraft, 'verb' | 'entryId' | 'form' | 'seen'>) {
    const id = crypto.randomUUID();
    const draft: EntryDraft = {
      ...{ id, attempt: crypto.randomUUID(), contactId, kind, ...change },
      ...{ stage: 'sending', failure: null, sent: null, via: 'undo' },
    };
    drafts.put(draft);
    return { id, send: () => send(id) };
  }

  return function takeBack({ draft, before, after }: Sent): void {
    const { contactId, kind, verb, via, entryId } = draft;
    // What was changed in the grid is taken back there.
    if (via === 'mirror') return;
    if (via === 'undo') {
      notices.show('undone');
      const lost = like.get(draft.id);
      if (lost && after) heirs.set(lost.id, after.id);
      return;
    }
    const work = kinds[kind] as KindWork<EntryKind>;
    const [was, is] = [before && work.formOf(before), after && work.formOf(after)];

    const remove = (thing: ThingOf<EntryKind>, form: EntryForm) =>
      start(contactId, kind, { verb: 'remove', entryId: heirOf(thing.id), form, seen: null }).send();
    const bringBack = (thing: ThingOf<EntryKind>, form: EntryForm) => {
      // Its own time is free again only for those who ask for it.
      const again = form.kind === 'appointment' ? { ...form, outsideSlots: true } : form;
      const back = start(contactId, kind, { verb: 'save', entryId: null, form: again, seen: null });
      like.set(back.id, { ...thing, id: heirOf(thing.id) });
      back.send();
    };
    const put = (id: string, form: EntryForm, seen: EntryForm) =>
      start(contactId, kind, { verb: 'save', entryId: heirOf(id), form, seen }).send();

    const deed = deedOf();
    if (!deed) return;
    history.did(deed);
    const code = `${kind}-${verb === 'remove' ? 'deleted' : entryId === null ? 'added' : 'saved'}` as const;
    notices.show(code, () => void history.undo());
    notices.announce(code);

    function deedOf() {
      if (verb === 'remove')
        return before && was && { undo: () => bringBack(before, was), redo: () => remove(before, was) };
      if (!after || !is) return null;
      if (entryId === null) return { undo: () => remove(after, is), redo: () => bringBack(after, is) };
      return was && { undo: () => put(after.id, was, is), redo: () => put(after.id, is, was) };
    }
  };
}
