import { getAppointment } from '../../highlevel/appointments.ts';
import {
  type AppointmentChanges,
  createAppointment,
  deleteAppointment,
  updateAppointment,
} from '../../highlevel/booking.ts';
import type { Creation } from '../../highlevel/client.ts';
import { createNote, deleteNote, getNote, updateNote } from '../../highlevel/notes.ts';
import { createTask, deleteTask, getTask, type TaskChanges, updateTask } from '../../highlevel/tasks.ts';
import type { EntryKind } from '../../sync/entries.ts';
import { appointmentForm, type EntryOf, type FormOf, noteForm, taskForm } from '../forms.ts';
import type { Ports } from '../ports.ts';

type Reach = Pick<Ports, 'highlevel' | 'locationId' | 'author'>;

/** What HighLevel lets be done with one kind of entry. All calls fail with `HighLevelError`. */
export interface EntryApi<K extends EntryKind> {
  formOf(entry: EntryOf<K>): FormOf<K>;
  read(reach: Reach, contactId: string, id: string): Promise<EntryOf<K>>;
  /** `like`: a deleted entry, whose other values the new one takes. */
  create(
    reach: Reach,
    contactId: string,
    form: FormOf<K>,
    call: Creation,
    like: EntryOf<K> | undefined,
  ): Promise<EntryOf<K>>;
  /** Writes only the values under `keys`. */
  update(
    reach: Reach,
    contactId: string,
    id: string,
    form: FormOf<K>,
    keys: readonly (keyof FormOf<K>)[],
  ): Promise<EntryOf<K>>;
  remove(reach: Reach, contactId: string, id: string): Promise<void>;
}

function only<Form extends object>(form: Form, keys: readonly (keyof Form)[]): Partial<Form> {
  return Object.fromEntries(keys.map((key) => [key, form[key]])) as Partial<Form>;
}

const task: EntryApi<'task'> = {
  formOf: taskForm,
  read: ({ highlevel }, contactId, id) => getTask(highlevel, contactId, id),
  create: ({ highlevel }, contactId, { title, body, dueDate, assignee }, call, like) => {
    const wanted = { title, body, dueDate: dueDate ?? Date.now(), completed: like?.completed ?? false };
    return createTask(highlevel, contactId, { ...wanted, ...(assignee && { assignee }) }, call);
  },
  update: ({ highlevel }, contactId, id, form, keys) => {
    const { dueDate, title, body, assignee } = only(form, keys);
    const changes: TaskChanges = {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
      ...(assignee !== undefined && { assignee }),
      ...(typeof dueDate === 'number' && { dueDate }),
    };
    return updateTask(highlevel, contactId, id, changes);
  },
  remove: ({ highlevel }, contactId, id) => deleteTask(highlevel, contactId, id),
};

const note: EntryApi<'note'> = {
  formOf: noteForm,
  read: ({ highlevel }, contactId, id) => getNote(highlevel, contactId, id),
  create: async ({ highlevel, author: me }, contactId, { title, body, pinned }, call, like) => {
    const author = like?.author || (await me());
    const wanted = { body, ...(title && { title }), ...(pinned && { pinned }), ...(author && { author }) };
    return createNote(highlevel, contactId, { ...wanted, ...(like?.color && { color: like.color }) }, call);
  },
  update: ({ highlevel }, contactId, id, form, keys) => {
    const { kind: _, ...changes } = only(form, keys);
    return updateNote(highlevel, contactId, id, changes);
  },
  remove: ({ highlevel }, contactId, id) => deleteNote(highlevel, contactId, id),
};

const appointment: EntryApi<'appointment'> = {
  formOf: appointmentForm,
  read: ({ highlevel }, _, id) => getAppointment(highlevel, id),
  create: async ({ highlevel, locationId }, contactId, form, call) => {
    const { calendarId, title, startTime, endTime, assignee, address, notes, status, outsideSlots } = form;
    const wanted = {
      calendarId,
      contactId,
      status,
      startTime: startTime ?? Date.now(),
      ...(title && { title }),
      ...(endTime !== null && { endTime }),
      ...(assignee && { assignee }),
      ...(address && { address }),
      ...(notes && { description: notes }),
      ...(outsideSlots && { ignoreFreeSlots: true }),
    };
    return createAppointment(highlevel, await locationId(), wanted, call);
  },
  update: ({ highlevel }, _, id, form, keys) => {
    const { title, calendarId, assignee, address, notes, status } = only(form, keys);
    const { startTime, endTime, outsideSlots } = form;
    const moves = keys.includes('startTime') || keys.includes('endTime');
    // Without the person who keeps it, HighLevel looks for a time that is free for the whole team.
    const person = moves ? form.assignee : assignee;
    const changes: AppointmentChanges = {
      ...(title !== undefined && { title }),
      ...(calendarId !== undefined && { calendarId }),
      ...(person && { assignee: person }),
      ...(address !== undefined && { address }),
      ...(notes !== undefined && { description: notes }),
      ...(status !== undefined && { status }),
      ...(moves && startTime !== null && { startTime }),
      ...(moves && endTime !== null && { endTime }),
      ...(outsideSlots && { ignoreFreeSlots: true }),
    };
    return updateAppointment(highlevel, id, changes);
  },
  remove: ({ highlevel }, _, id) => deleteAppointment(highlevel, id),
};

const entryApis: { readonly [K in EntryKind]: EntryApi<K> } = { task, note, appointment };

/** The same for a kind that is only known at run time. */
export const entryApi = (kind: EntryKind): EntryApi<EntryKind> => entryApis[kind] as EntryApi<EntryKind>;
