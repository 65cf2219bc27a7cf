import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import { appointmentItem, type Item, noteItem, taskItem } from '../timeline/entries.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import type { EntryForm, EntryTrouble } from '../views/entries.ts';

/** Shows entries as they will be when what is on its way has arrived; what failed shows as HighLevel has it. */
export function overlayDrafts(items: readonly Item[], drafts: readonly EntryDraft[], now: number): readonly Item[] {
  const byEntry = new Map(drafts.flatMap((draft) => (draft.entryId === null ? [] : [[draft.entryId, draft] as const])));
  const shown = items.flatMap((item) => {
    const draft = byEntry.get(item.entry.id);
    if (!draft) return [item];
    if (draft.stage === 'typed') return [withTrouble(item, troubleOf(draft))];
    return draft.verb === 'remove' ? [] : [pendingItem(item, draft.form, now)];
  });
  const fresh = drafts.filter(({ entryId, stage }) => entryId === null && stage === 'sending');
  return [...shown, ...fresh.map((draft) => newItem(draft, now))];
}

const troubleOf = ({ id, failure }: EntryDraft): EntryTrouble | null => failure && { draftId: id, failure };

function withTrouble(item: Item, trouble: EntryTrouble | null): Item {
  return trouble ? { ...item, entry: { ...item.entry, trouble } } : item;
}

function pendingItem({ entry }: Item, form: EntryForm, now: number): Item {
  if (entry.kind === 'task' && form.kind === 'task') return pending(taskItem(taskOf(form, entry.task), undefined));
  if (entry.kind === 'note' && form.kind === 'note') return pending(noteItem(noteOf(form, entry.note)));
  if (entry.kind === 'appointment' && form.kind === 'appointment')
    return pending(appointmentItem(appointmentOf(form, entry.appointment), now));
  throw new Error(`A draft of a ${form.kind} belongs to a ${entry.kind}`);
}

function newItem({ id, contactId, form }: EntryDraft, now: number): Item {
  switch (form.kind) {
    case 'task':
      return pending(taskItem(taskOf(form, { id, contactId, completed: false }), undefined));
    case 'note':
      return pending(noteItem(noteOf(form, { id, contactId, author: '', dateAdded: now, color: '' })));
    case 'appointment':
      return pending(appointmentItem(appointmentOf(form, { id, contactId }), now));
  }
}

const pending = (item: Item): Item => ({ ...item, entry: { ...item.entry, pending: true } });

type Form<Kind extends EntryForm['kind']> = Extract<EntryForm, { kind: Kind }>;

const taskOf = ({ kind: _, ...said }: Form<'task'>, rest: Pick<Task, 'id' | 'contactId' | 'completed'>): Task => ({
  ...rest,
  ...said,
});

const noteOf = ({ kind: _, ...said }: Form<'note'>, rest: Omit<Note, 'title' | 'body' | 'pinned'>): Note => ({
  ...rest,
  ...said,
});

function appointmentOf(form: Form<'appointment'>, rest: Pick<Appointment, 'id' | 'contactId'>): Appointment {
  const { kind: _, outsideSlots: __, startTime, endTime, ...said } = form;
  const start = startTime ?? 0;
  return { ...rest, ...said, startTime: start, endTime: endTime ?? start };
}
