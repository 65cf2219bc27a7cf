import type { Api, Call } from './client.ts';
import { type Pages, pagesBySkip } from './pages.ts';
import { path } from './path.ts';
import { flag, instant, list, shape, text, written } from './read.ts';
import type { AppointmentNoteResponse, AppointmentNotesResponse, WireAppointmentNote } from './wire-calendars.ts';

/** A note on an appointment. Notes on its contact are separate records. */
export interface AppointmentNote {
  id: string;
  contactId: string;
  body: string;
  /** User id of the author, or `''`. */
  author: string;
  authorName: string;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
}

/** `body` has at most 5,000 characters. */
export interface AppointmentNoteInput {
  body: string;
  /** User id. */
  author?: string;
}

/** Yields all notes of an appointment, each once. */
export function listAppointmentNotes(api: Api, appointmentId: string, call?: Call): Pages<AppointmentNote> {
  return pagesBySkip(20, async (offset, limit) => {
    const response = shape<AppointmentNotesResponse>(
      await api.get(path`calendars/appointments/${appointmentId}/notes`, { ...call, query: { limit, offset } }),
    );
    const items = list(response.notes).map(readAppointmentNote);
    // Without the flag nothing is known of further notes.
    if (response.hasMore === undefined) return { items };
    return { items, total: offset + items.length + (flag(response.hasMore) ? 1 : 0) };
  });
}

/** Creates a note on an appointment. The request is not retried. */
export async function createAppointmentNote(
  api: Api,
  appointmentId: string,
  note: AppointmentNoteInput,
  call?: Call,
): Promise<AppointmentNote> {
  const request = { ...call, body: write(note) };
  return readWritten(await api.post(path`calendars/appointments/${appointmentId}/notes`, request));
}

/** Replaces a note on an appointment. */
export async function updateAppointmentNote(
  api: Api,
  appointmentId: string,
  noteId: string,
  note: AppointmentNoteInput,
  call?: Call,
): Promise<AppointmentNote> {
  const request = { ...call, body: write(note) };
  return readWritten(await api.put(path`calendars/appointments/${appointmentId}/notes/${noteId}`, request));
}

/** Deletes a note on an appointment. */
export async function deleteAppointmentNote(
  api: Api,
  appointmentId: string,
  noteId: string,
  call?: Call,
): Promise<void> {
  await api.remove(path`calendars/appointments/${appointmentId}/notes/${noteId}`, call);
}

function readWritten(response: unknown): AppointmentNote {
  return readAppointmentNote(written<AppointmentNoteResponse>(response, 'note'));
}

function readAppointmentNote(value: unknown): AppointmentNote {
  const raw = shape<WireAppointmentNote>(value);
  const createdBy = shape<NonNullable<WireAppointmentNote['createdBy']>>(raw.createdBy);
  return {
    id: text(raw.id),
    contactId: text(raw.contactId),
    body: text(raw.body),
    author: text(raw.userId) || text(createdBy.id),
    authorName: text(createdBy.name),
    dateAdded: instant(raw.dateAdded),
  };
}

function write({ body, author }: AppointmentNoteInput) {
  return { body, userId: author };
}
