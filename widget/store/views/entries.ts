import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { EntryForm, Missing } from '../../../engine/forms.ts';
import type { AppointmentStatus } from '../../../highlevel/appointments.ts';
import type { FreeDay } from '../../../highlevel/booking.ts';
import type { EntryKind } from '../../../sync/entries.ts';

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
