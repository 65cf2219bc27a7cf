import type { AppointmentForm, EntryForm, NoteForm, TaskForm } from '../../../engine/forms.ts';
import { getAppointment } from '../../../highlevel/appointments.ts';
import { listFreeSlots } from '../../../highlevel/booking.ts';
import { listCalendars } from '../../../highlevel/calendars.ts';
import { listNotes } from '../../../highlevel/notes.ts';
import { listTasks } from '../../../highlevel/tasks.ts';
import { type PanelSetup, startPanel } from '../../helpers/start-panel.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/writing/entry-work.ts';

const day = 24 * 3_600_000;
/** Whole minutes, as people choose them. */
export const tomorrow = () => Math.ceil(Date.now() / day) * day + day;

export const taskForm = (more: Partial<TaskForm> = {}): TaskForm => ({
  ...{ kind: 'task', title: 'Call about the quote', body: '', dueDate: tomorrow(), assignee: '' },
  ...more,
});

export const noteForm = (more: Partial<NoteForm> = {}): NoteForm => ({
  ...{ kind: 'note', title: '', body: 'Prefers the oak.', pinned: false },
  ...more,
});

/** A panel that is ready to write entries of its first contact. */
export async function startWriting(setup: PanelSetup = {}) {
  const bench = await startPanel(setup);
  const contactId = bench.contactIds[1]!;
  const work = await bench.panel.entryWork();
  const { api } = bench;

  return {
    ...bench,
    bench,
    work,
    contactId,
    /** Fills in a form and sends it. */
    send: (entryId: string | null, form: EntryForm) => work.submit(work.keep(entryId, form)),
    notes: () => listNotes(api, contactId),
    tasks: () => listTasks(api, contactId),
    note: (body: string) => bench.entries().find((entry) => entry.kind === 'note' && entry.note.body === body),
    task: (title: string) => bench.entries().find((entry) => entry.kind === 'task' && entry.task.title === title),
    /** HighLevel's own. */
    appointment: (id: string) => getAppointment(api, id),
    async appointmentForm(more: Partial<AppointmentForm> = {}): Promise<AppointmentForm> {
      const [calendar] = (await listCalendars(api, bench.sandbox.info.locationId)).filter(({ isActive }) => isActive);
      const days = await listFreeSlots(api, calendar!.id, { from: tomorrow(), to: tomorrow() + 14 * day });
      const startTime = days.flatMap(({ slots }) => slots)[0]!;
      return {
        ...{ kind: 'appointment', calendarId: calendar!.id, title: 'Measure visit', startTime, endTime: null },
        ...{
          assignee: calendar!.members[0]!,
          address: '14 Riverside Walk',
          notes: '',
          status: 'confirmed',
          outsideSlots: false,
        },
        ...more,
      };
    },
  };
}
