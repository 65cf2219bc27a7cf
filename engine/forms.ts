import type { Appointment, AppointmentStatus } from '../highlevel/appointments.ts';
import type { Note } from '../highlevel/notes.ts';
import type { Task } from '../highlevel/tasks.ts';
import { isNormalised } from '../sync/compare.ts';
import type { EntryKind } from '../sync/entries.ts';
import type { ValueKind } from '../sync/fields.ts';

/** What a person fills in for a task. */
export interface TaskForm {
  kind: 'task';
  title: string;
  body: string;
  /** Epoch milliseconds; `null` while none is chosen. HighLevel takes no task without one. */
  dueDate: number | null;
  /** User id, or `''` for none. */
  assignee: string;
}

/** What a person fills in for a note. */
export interface NoteForm {
  kind: 'note';
  title: string;
  /** As HighLevel keeps it: HTML, or plain text where it was written so. */
  body: string;
  pinned: boolean;
}

/** What a person fills in for an appointment. */
export interface AppointmentForm {
  kind: 'appointment';
  calendarId: string;
  title: string;
  /** Epoch milliseconds; `null` while none is chosen. */
  startTime: number | null;
  /** Epoch milliseconds; `null`: as long as the calendar's appointments are. */
  endTime: number | null;
  /** User id, or `''` where the calendar decides. */
  assignee: string;
  address: string;
  /** HighLevel's description of the appointment. */
  notes: string;
  status: AppointmentStatus;
  /** Books although the calendar has no free slot there. */
  outsideSlots: boolean;
}

export type EntryForm = TaskForm | NoteForm | AppointmentForm;
type KeyOfAny = keyof TaskForm | keyof NoteForm | keyof AppointmentForm;

/** What is missing of a form before it can be sent. */
export type Missing = 'title' | 'body' | 'due' | 'calendar' | 'start' | 'assignee';

interface Pairs {
  task: { entry: Task; form: TaskForm };
  note: { entry: Note; form: NoteForm };
  appointment: { entry: Appointment; form: AppointmentForm };
}

/** An entry as HighLevel has it. */
export type EntryOf<Kind extends EntryKind> = Pairs[Kind]['entry'];
export type FormOf<Kind extends EntryKind> = Pairs[Kind]['form'];
export type Entry = EntryOf<EntryKind>;

export const taskForm = ({ title, body, dueDate, assignee }: Task): TaskForm => ({
  kind: 'task',
  title,
  body,
  dueDate,
  assignee,
});

export const noteForm = ({ title, body, pinned }: Note): NoteForm => ({ kind: 'note', title, body, pinned });

export const appointmentForm = (appointment: Appointment): AppointmentForm => {
  const { calendarId, title, startTime, endTime, assignee, address, notes, status } = appointment;
  return {
    kind: 'appointment',
    calendarId,
    title,
    startTime,
    endTime,
    assignee,
    address,
    notes,
    status,
    outsideSlots: false,
  };
};

const blank: { [Kind in EntryKind]: FormOf<Kind> } = {
  task: { kind: 'task', title: '', body: '', dueDate: null, assignee: '' },
  note: { kind: 'note', title: '', body: '', pinned: false },
  appointment: {
    kind: 'appointment',
    calendarId: '',
    title: '',
    startTime: null,
    endTime: null,
    assignee: '',
    address: '',
    notes: '',
    status: 'confirmed',
    outsideSlots: false,
  },
};

/** A form with nothing in it. */
export const blankForm = (kind: EntryKind): EntryForm => blank[kind];

/** What HighLevel would refuse an entry for. `needsAssignee` says of a calendar whether it books only for a user. */
export function missingOf(
  form: EntryForm,
  needsAssignee: (calendarId: string) => boolean = () => false,
): readonly Missing[] {
  const isBlank = (text: string) => text.trim() === '';
  switch (form.kind) {
    case 'task':
      return [
        ...(isBlank(form.title) ? (['title'] as const) : []),
        ...(form.dueDate === null ? (['due'] as const) : []),
      ];
    case 'note':
      return isBlank(form.body) ? ['body'] : [];
    case 'appointment':
      return [
        ...(form.calendarId === '' ? (['calendar'] as const) : []),
        ...(form.startTime === null ? (['start'] as const) : []),
        ...(form.assignee === '' && needsAssignee(form.calendarId) ? (['assignee'] as const) : []),
      ];
  }
}

/** Would an appointment end before it starts? HighLevel takes such a span, and shows it nowhere. */
export const endsFirst = (form: EntryForm): boolean =>
  form.kind === 'appointment' && form.startTime !== null && form.endTime !== null && form.endTime <= form.startTime;

/** HighLevel keeps whole seconds of times that people choose to the minute. */
const comparable = (value: unknown) => (typeof value === 'number' ? Math.floor(value / 1000) : value);

/** The keys in which two forms of one kind differ. `outsideSlots` is about sending and no value of the entry. */
export function differences<Form extends EntryForm>(one: Form, other: Form): readonly (keyof Form)[] {
  const keys = Object.keys(one) as (keyof Form)[];
  return keys.filter((key) => key !== 'outsideSlots' && comparable(one[key]) !== comparable(other[key]));
}

/** How HighLevel may write a text of a form in its own way; ids have only one form. */
const kinds: Readonly<Partial<Record<KeyOfAny, ValueKind>>> = {
  title: 'text',
  address: 'text',
  body: 'large-text',
  notes: 'large-text',
};

/** The keys of which HighLevel holds something else than it was sent, beyond its own form of the same. */
export function notTaken(
  sent: EntryForm,
  came: EntryForm,
  keys: readonly (keyof EntryForm)[],
): readonly (keyof EntryForm)[] {
  return keys.filter((key) => {
    const [one, other]: readonly unknown[] = [sent[key], came[key]];
    if (typeof one !== 'string' || typeof other !== 'string') return comparable(one) !== comparable(other);
    return !isNormalised(kinds[key] ?? 'user', one, other);
  });
}

/** The keys that say something: HighLevel or the calendar fills in the others of a new entry. */
export const filledKeys = (form: EntryForm): readonly (keyof EntryForm)[] =>
  (Object.keys(form) as (keyof EntryForm)[]).filter(
    (key) => key !== ('outsideSlots' as keyof EntryForm) && Boolean(form[key]),
  );

/** A form as one line of the log. */
export function summary(form: EntryForm): string {
  switch (form.kind) {
    case 'task':
      return [form.title, form.body, form.dueDate && new Date(form.dueDate).toISOString()].filter(Boolean).join('\n');
    case 'note':
      return [form.title, form.body].filter(Boolean).join('\n');
    case 'appointment':
      return [form.title, form.startTime && new Date(form.startTime).toISOString(), form.status]
        .filter(Boolean)
        .join('\n');
  }
}
