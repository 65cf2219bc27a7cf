import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import type { AppointmentForm, EntryForm, Missing, NoteForm, TaskForm } from '../views/entries.ts';
import type { EntryKind } from '../views/timeline.ts';

/** What each kind of entry is as HighLevel tells it, and as a person fills it in. */
export interface Things {
  task: { thing: Task; form: TaskForm };
  note: { thing: Note; form: NoteForm };
  appointment: { thing: Appointment; form: AppointmentForm };
}

export type ThingOf<Kind extends EntryKind> = Things[Kind]['thing'];
export type FormOf<Kind extends EntryKind> = Things[Kind]['form'];

export const taskForm = ({ title, body, dueDate, assignee }: Task): TaskForm => ({
  kind: 'task',
  ...{ title, body, dueDate, assignee },
});

export const noteForm = ({ title, body, pinned }: Note): NoteForm => ({ kind: 'note', title, body, pinned });

export const appointmentForm = (appointment: Appointment): AppointmentForm => {
  const { calendarId, title, startTime, endTime, assignee, address, notes, status } = appointment;
  return {
    kind: 'appointment',
    ...{ calendarId, title, startTime, endTime, assignee, address, notes, status },
    outsideSlots: false,
  };
};

const blank: { [Kind in EntryKind]: FormOf<Kind> } = {
  task: { kind: 'task', title: '', body: '', dueDate: null, assignee: '' },
  note: { kind: 'note', title: '', body: '', pinned: false },
  appointment: {
    ...{ kind: 'appointment', calendarId: '', title: '', startTime: null, endTime: null },
    ...{ assignee: '', address: '', notes: '', status: 'confirmed', outsideSlots: false },
  },
};

/** A form with nothing in it. */
export const blankForm = (kind: EntryKind): EntryForm => blank[kind];

/** What HighLevel would refuse an entry for. `needsAssignee` tells of a calendar whether it books for nobody. */
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

/** HighLevel keeps whole seconds of times that people choose to the minute. */
const comparable = (value: unknown) => (typeof value === 'number' ? Math.floor(value / 1000) : value);

/** The names of what two forms of one kind say differently. `outsideSlots` is a wish about sending, not a value. */
export function differences<Form extends EntryForm>(one: Form, other: Form): readonly (keyof Form)[] {
  const names = Object.keys(one) as (keyof Form)[];
  return names.filter((name) => name !== 'outsideSlots' && comparable(one[name]) !== comparable(other[name]));
}

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
