import type { EntryForm } from '../../../engine/forms.ts';
import type { OperationOf } from '../../../engine/operation.ts';
import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import { appointmentItem, type Item, noteItem, taskItem } from '../timeline/entries.ts';
import type { EntryTrouble } from '../views/timeline.ts';

type EntryOperation = OperationOf<'entry'>;

/** Shows entries as they will be when what is on its way has arrived; what failed shows as HighLevel has it. */
export function overlayOperations(
  items: readonly Item[],
  operations: readonly EntryOperation[],
  now: number,
): readonly Item[] {
  const byEntry = new Map(
    operations.flatMap((one) => (one.target.entryId === null ? [] : [[one.target.entryId, one]])),
  );
  const shown = items.flatMap((item) => {
    const operation = byEntry.get(item.entry.id);
    if (!operation) return [item];
    if (operation.status === 'draft') return [withTrouble(item, troubleOf(operation))];
    return operation.want === null ? [] : [pendingItem(item, operation.want, now)];
  });
  const fresh = operations.filter(({ target, status }) => target.entryId === null && status !== 'draft');
  return [...shown, ...fresh.flatMap((one) => newItem(one, now))];
}

const troubleOf = ({ id, failure }: EntryOperation): EntryTrouble | null => failure && { draftId: id, failure };

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

function newItem({ id, target: { contactId }, want: form }: EntryOperation, now: number): Item[] {
  switch (form?.kind) {
    case undefined:
      return [];
    case 'task':
      return [pending(taskItem(taskOf(form, { id, contactId, completed: false }), undefined))];
    case 'note':
      return [pending(noteItem(noteOf(form, { id, contactId, author: '', dateAdded: now, color: '' })))];
    case 'appointment':
      return [pending(appointmentItem(appointmentOf(form, { id, contactId }), now))];
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
