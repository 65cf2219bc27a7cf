import { getAppointment } from '../../../highlevel/appointments.ts';
import {
  type AppointmentChanges,
  createAppointment,
  deleteAppointment,
  updateAppointment,
} from '../../../highlevel/booking.ts';
import type { Api, Creation } from '../../../highlevel/client.ts';
import { createNote, deleteNote, getNote, type NoteChanges, updateNote } from '../../../highlevel/notes.ts';
import { createTask, deleteTask, getTask, type TaskChanges, updateTask } from '../../../highlevel/tasks.ts';
import type { Records } from '../reading/records.ts';
import type { Loadable } from '../reading/resource.ts';
import type { EntryKind } from '../views/timeline.ts';
import { appointmentForm, type FormOf, noteForm, type ThingOf, taskForm } from './forms.ts';

/** What can be done with one kind of entry at HighLevel. All verbs fail with `HighLevelError`. */
export interface KindWork<Kind extends EntryKind> {
  /** The contact's entries of this kind, as far as they are known. */
  part(records: Records): Loadable<readonly ThingOf<Kind>[]>;
  formOf(thing: ThingOf<Kind>): FormOf<Kind>;
  read(contactId: string, id: string): Promise<ThingOf<Kind>>;
  /** `like`: an entry that was deleted, whose other values the new one takes. */
  create(contactId: string, form: FormOf<Kind>, call: Creation, like?: ThingOf<Kind>): Promise<ThingOf<Kind>>;
  /** Writes only the values of `names`. */
  update(
    contactId: string,
    id: string,
    form: FormOf<Kind>,
    names: readonly (keyof FormOf<Kind>)[],
  ): Promise<ThingOf<Kind>>;
  remove(contactId: string, id: string): Promise<void>;
}

export type Kinds = { readonly [Kind in EntryKind]: KindWork<Kind> };

interface KindsOptions {
  api: Api;
  locationId: () => Promise<string>;
  /** The person's own HighLevel user id, or `''` while they have not said it: the author of their notes. */
  me: () => Promise<string>;
}

function only<Form extends object>(form: Form, names: readonly (keyof Form)[]): Partial<Form> {
  return Object.fromEntries(names.map((name) => [name, form[name]])) as Partial<Form>;
}

export function createKinds({ api, locationId, me }: KindsOptions): Kinds {
  return {
    task: {
      part: ({ tasks }) => tasks,
      formOf: taskForm,
      read: (contactId, id) => getTask(api, contactId, id),
      create: (contactId, { title, body, dueDate, assignee }, call, like) => {
        const task = { title, body, dueDate: dueDate ?? Date.now(), completed: like?.completed ?? false };
        return createTask(api, contactId, { ...task, ...(assignee && { assignee }) }, call);
      },
      update: (contactId, id, form, names) => {
        const { dueDate, title, body, assignee } = only(form, names);
        const changes: TaskChanges = {
          ...(title !== undefined && { title }),
          ...(body !== undefined && { body }),
          ...(assignee !== undefined && { assignee }),
          ...(typeof dueDate === 'number' && { dueDate }),
        };
        return updateTask(api, contactId, id, changes);
      },
      remove: (contactId, id) => deleteTask(api, contactId, id),
    },
    note: {
      part: ({ notes }) => notes,
      formOf: noteForm,
      read: (contactId, id) => getNote(api, contactId, id),
      create: async (contactId, { title, body, pinned }, call, like) => {
        const author = like?.author || (await me());
        const note = { body, ...(title && { title }), ...(pinned && { pinned }), ...(author && { author }) };
        return createNote(api, contactId, { ...note, ...(like?.color && { color: like.color }) }, call);
      },
      update: (contactId, id, form, names) => {
        const { kind: _, ...changes } = only(form, names);
        return updateNote(api, contactId, id, changes satisfies NoteChanges);
      },
      remove: (contactId, id) => deleteNote(api, contactId, id),
    },
    appointment: {
      part: ({ appointments }) => appointments,
      formOf: appointmentForm,
      read: (_, id) => getAppointment(api, id),
      create: async (contactId, form, call) => {
        const { calendarId, title, startTime, endTime, assignee, address, notes, status, outsideSlots } = form;
        const appointment = {
          ...{ calendarId, contactId, status, startTime: startTime ?? Date.now() },
          ...(title && { title }),
          ...(endTime !== null && { endTime }),
          ...(assignee && { assignee }),
          ...(address && { address }),
          ...(notes && { description: notes }),
          ...(outsideSlots && { ignoreFreeSlots: true }),
        };
        return createAppointment(api, await locationId(), appointment, call);
      },
      update: (_, id, form, names) => {
        const { title, calendarId, assignee, address, notes, status } = only(form, names);
        const { startTime, endTime, outsideSlots } = form;
        const moves = names.includes('startTime') || names.includes('endTime');
        const changes: AppointmentChanges = {
          ...(title !== undefined && { title }),
          ...(calendarId !== undefined && { calendarId }),
          ...(assignee && { assignee }),
          ...(address !== undefined && { address }),
          ...(notes !== undefined && { description: notes }),
          ...(status !== undefined && { status }),
          ...(moves && startTime !== null && { startTime }),
          ...(moves && endTime !== null && { endTime }),
          ...(outsideSlots && { ignoreFreeSlots: true }),
        };
        return updateAppointment(api, id, changes);
      },
      remove: (_, id) => deleteAppointment(api, id),
    },
  };
}
