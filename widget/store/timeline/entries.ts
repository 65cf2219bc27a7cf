import type { OperationOf } from '../../../engine/operation.ts';
import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import { plainOf } from '../../../sync/plain-text.ts';
import type { Entry } from '../views/timeline.ts';

/** An entry with what grouping and filtering need to know of it. */
export interface Item {
  entry: Entry;
  /** Something is still to be done: by what HighLevel confirmed, so that an entry stays in place while its tick is on its way. */
  isOpen: boolean;
}

/** Appointments that will not be kept any more, whatever their time. */
const closedStatuses: ReadonlySet<string> = new Set(['cancelled', 'noshow', 'invalid', 'showed', 'completed']);

/** As HighLevel has it: nothing of it is on its way. */
const asRead = <Kind extends EntryKind>(kind: Kind, id: string, at: number | null) => ({
  kind,
  id,
  at,
  pending: false,
  trouble: null,
});

/** `heldOpen`: where the entry stays, whatever its tick says, while the pointer that ticked it rests there. */
export function taskItem(task: Task, tick: OperationOf<'tick'> | undefined, heldOpen?: boolean): Item {
  const isUnderWay = tick !== undefined && tick.failure === null;
  const shown = isUnderWay ? { ...task, completed: tick.want } : task;
  const pending = isUnderWay && tick.status === 'sending';
  return {
    entry: { ...asRead('task', task.id, task.dueDate), task: shown, pending, failure: tick?.failure ?? null },
    isOpen: heldOpen ?? !task.completed,
  };
}

export function noteItem(note: Note): Item {
  return { entry: { ...asRead('note', note.id, note.dateAdded), note }, isOpen: false };
}

export function appointmentItem(appointment: Appointment, now: number): Item {
  return {
    entry: { ...asRead('appointment', appointment.id, appointment.startTime), appointment },
    isOpen: appointment.endTime > now && !closedStatuses.has(appointment.status),
  };
}

/** Without case and accents: "Résumé" is found by "resume". */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What HighLevel told; it stays the same object while nothing is read anew. */
function recordOf(entry: Entry): object {
  if (entry.kind === 'task') return entry.task;
  return entry.kind === 'note' ? entry.note : entry.appointment;
}

function textOf(entry: Entry): string {
  if (entry.kind === 'task') return `${entry.task.title} ${plainOf(entry.task.body).plain}`;
  if (entry.kind === 'note') return `${entry.note.title} ${plainOf(entry.note.body).plain}`;
  const { title, notes, address } = entry.appointment;
  return `${title} ${plainOf(notes).plain} ${address}`;
}

/** Folding thousands of texts takes longer than a key press may: each is folded when it is first searched, and once. */
const texts = new WeakMap<object, string>();

function searchedText(entry: Entry): string {
  const record = recordOf(entry);
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = folded(textOf(entry));
  texts.set(record, text);
  return text;
}

/** Makes a test for entries: every word has to occur somewhere. */
export function matcher(search: string): (entry: Entry) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (entry) => {
    const text = searchedText(entry);
    return words.every((word) => text.includes(word));
  };
}
