import type { ReadonlySignal } from '@preact/signals';
import type { AppointmentStatus } from '../../../highlevel/appointments.ts';
import type { FreeDay } from '../../../highlevel/booking.ts';
import type { Failure } from '../view.ts';
import type { EntryKind } from './timeline.ts';

/** What a person fills in for a task. */
export interface TaskForm {
  kind: 'task';
  title: string;
  body: string;
  /** Epoch milliseconds; `null` while none is chosen. HighLevel takes no task without one. */
  dueDate: number | null;
  /** User id, or `''` for nobody. */
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

/** What is missing of a form before it can be sent. */
export type Missing = 'title' | 'body' | 'due' | 'calendar' | 'start' | 'assignee';

/**
 * A form that is not in HighLevel: typed so far, on its way, or given back with a reason. It belongs to its contact
 * whatever row is shown, and survives a reload.
 */
export interface DraftView {
  id: string;
  /** `null`: a new entry. */
  entryId: string | null;
  form: EntryForm;
  sending: boolean;
  failure: Failure | null;
}

/** What is to become of an entry that the timeline shows. */
export interface EntryTrouble {
  /** The name of the draft that has the trouble. */
  draftId: string;
  failure: Failure;
}

/** Writes, changes and deletes tasks, notes and appointments of the contact shown. */
export interface EntryWork {
  /** Drafts of the contact shown, oldest first; those on their way are in the timeline, too. */
  readonly drafts: ReadonlySignal<readonly DraftView[]>;
  /** A form to begin with; an entry's own when there is one. `null`: HighLevel no longer has it. */
  formFor(kind: EntryKind, entryId: string | null): EntryForm | null;
  /**
   * Keeps what was typed so far. Answers the draft's name, which `submit` wants; given again, the same draft is meant, even
   * when another one of its kind was given back meanwhile.
   */
  keep(entryId: string | null, form: EntryForm, draftId?: string): string;
  discard(draftId: string): void;
  /** Sends a draft. Answers what is missing, and then sends nothing. */
  submit(draftId: string): readonly Missing[];
  /** Sends again what failed. */
  retry(draftId: string): void;
  /** After `changed`: sends although somebody else changed the entry meanwhile. */
  overwrite(draftId: string): void;
  /** Deletes an entry; a toast offers to bring it back. */
  remove(kind: EntryKind, entryId: string): void;
  setStatus(appointmentId: string, status: AppointmentStatus): void;
  pin(noteId: string, pinned: boolean): void;
  /** When a calendar is free, by days of `timeZone`; asked anew each time. Rejects with what `toFailure` reads. */
  freeSlots(
    calendarId: string,
    span: { from: number; to: number; timeZone: string; userId?: string },
  ): Promise<FreeDay[]>;
}
