import type { AppointmentForm, EntryForm, Missing } from '../../../engine/forms.ts';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { LocalClock } from '../../../sync/local-clock.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { Panel } from '../../store/view.ts';
import type { EntryWork } from '../../store/views/entries.ts';
import type { Entry } from '../../store/views/timeline.ts';
import { addDays } from './local-time.ts';

export type FormOf<Kind extends EntryKind> = Extract<EntryForm, { kind: Kind }>;

/** The props of the fields of one kind of entry. */
export interface FieldsProps<Kind extends EntryKind> {
  panel: Pick<Panel, 'environment' | 'now' | 'contact' | 'directory'>;
  work: EntryWork;
  words: WritingMessages;
  form: FormOf<Kind>;
  /** `null` for a new entry. */
  entry: Extract<Entry, { kind: Kind }> | null;
  /** Another booking has taken the chosen slot. */
  isSlotGone: boolean;
  missing: readonly Missing[];
  change: (part: Partial<FormOf<Kind>>) => void;
}

/** The form of an existing entry. */
export function formOfEntry(entry: Entry): EntryForm {
  switch (entry.kind) {
    case 'task': {
      const { title, body, dueDate, assignee } = entry.task;
      return { kind: 'task', title, body, dueDate, assignee };
    }
    case 'note': {
      const { title, body, pinned } = entry.note;
      return { kind: 'note', title, body, pinned };
    }
    case 'appointment': {
      const { calendarId, title, startTime, endTime, assignee, address, notes, status } = entry.appointment;
      const times = { startTime, endTime, outsideSlots: false };
      return { kind: 'appointment', calendarId, title, assignee, address, notes, status, ...times };
    }
  }
}

/** The contact's owner, as far as they are a user of the location. */
function ownerOf({ contact, directory }: Pick<Panel, 'contact' | 'directory'>): string {
  const owner = contact.peek().data?.assignee ?? '';
  return directory.users.peek().has(owner) ? owner : '';
}

/** The form of a new entry: a task is the owner's and due tomorrow at nine, an appointment is in the first calendar. */
export function newForm(
  kind: EntryKind,
  panel: Pick<Panel, 'now' | 'contact' | 'directory'>,
  { dayOf, instantOf }: LocalClock,
): EntryForm {
  switch (kind) {
    case 'task': {
      const dueDate = instantOf(addDays(dayOf(panel.now.peek()), 1), '09:00');
      return { kind, title: '', body: '', dueDate, assignee: ownerOf(panel) };
    }
    case 'note':
      return { kind, title: '', body: '', pinned: false };
    case 'appointment': {
      const [calendar] = activeCalendars(panel);
      const times = { startTime: null, endTime: null, outsideSlots: false };
      const texts = { title: '', address: '', notes: '', status: 'confirmed' };
      return {
        kind,
        ...texts,
        ...times,
        ...(calendar ? inCalendar(panel, calendar) : { calendarId: '', assignee: '' }),
      };
    }
  }
}

/** Calendars that accept appointments. */
export const activeCalendars = (panel: Pick<Panel, 'directory'>) =>
  [...panel.directory.calendars.value.values()].filter(({ isActive }) => isActive);

/** A calendar and, if it requires one, an assignee: the contact's owner if they are a member, or else the first member. */
export function inCalendar(
  panel: Pick<Panel, 'contact'>,
  calendar: Calendar,
): Pick<AppointmentForm, 'calendarId' | 'assignee'> {
  const { id: calendarId, members, needsAssignee } = calendar;
  const owner = panel.contact.peek().data?.assignee ?? '';
  const person = members.includes(owner) ? owner : (members[0] ?? '');
  return { calendarId, assignee: needsAssignee ? person : '' };
}

/** Whether two forms have equal values. */
export function isSameForm(one: EntryForm, other: EntryForm): boolean {
  const values = other as unknown as Record<string, unknown>;
  return Object.entries(one).every(([name, value]) => values[name] === value);
}
