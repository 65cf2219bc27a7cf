import type { Api, Call, Creation } from './client.ts';
import { path } from './path.ts';
import { flag, instant, list, shape, text, wrapped, written } from './read.ts';
import type { NoteResponse, NotesResponse, WireNote, WireNoteInput } from './wire.ts';

export interface Note {
  id: string;
  contactId: string;
  title: string;
  /** Can be HTML of HighLevel's editor: sanitise before rendering, save unchanged. */
  body: string;
  /** User id of the author, or `''`. */
  author: string;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  pinned: boolean;
  /** `#rrggbb`, or `''`. */
  color: string;
}

/** The writable fields of a note. An absent key leaves the field unchanged. */
export interface NoteChanges {
  body?: string;
  title?: string;
  /** `#rrggbb` */
  color?: string;
  pinned?: boolean;
  /** User id of the author. */
  author?: string;
}

export type NewNote = NoteChanges & { body: string };

/** Reads all notes of a contact; HighLevel does not page them. */
export async function listNotes(api: Api, contactId: string, call?: Call): Promise<Note[]> {
  const response = shape<NotesResponse>(await api.get(path`contacts/${contactId}/notes`, call));
  return list(response.notes).map((note) => readNote(note, contactId));
}

/** Reads one note. Fails with `not-found` when it no longer exists. */
export async function getNote(api: Api, contactId: string, noteId: string, call?: Call): Promise<Note> {
  return readNote(
    wrapped<NoteResponse>(await api.get(path`contacts/${contactId}/notes/${noteId}`, call), 'note'),
    contactId,
  );
}

/** Creates a note. Without a key it is not retried; after an error with `unknownOutcome`, list the notes before another attempt. */
export async function createNote(api: Api, contactId: string, note: NewNote, call?: Creation): Promise<Note> {
  const body = writeNote(note);
  return readWritten(await api.post(path`contacts/${contactId}/notes`, { ...call, body }), contactId);
}

/** Changes the given fields of a note. */
export async function updateNote(
  api: Api,
  contactId: string,
  noteId: string,
  changes: NoteChanges,
  call?: Call,
): Promise<Note> {
  const body = writeNote(changes);
  return readWritten(await api.put(path`contacts/${contactId}/notes/${noteId}`, { ...call, body }), contactId);
}

/** Deletes a note. */
export async function deleteNote(api: Api, contactId: string, noteId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}/notes/${noteId}`, call);
}

/** Parses a note of HighLevel. */
export function readNote(value: unknown, contactId = ''): Note {
  const raw = shape<WireNote>(value);
  return {
    id: text(raw.id),
    contactId: text(raw.contactId) || contactId,
    title: text(raw.title),
    body: text(raw.body),
    author: text(raw.userId),
    dateAdded: instant(raw.dateAdded),
    pinned: flag(raw.pinned),
    color: text(raw.color),
  };
}

function readWritten(response: unknown, contactId: string): Note {
  return readNote(written<NoteResponse>(response, 'note'), contactId);
}

function writeNote({ body, title, color, pinned, author }: NoteChanges): WireNoteInput {
  return { body, title, color, pinned, userId: author };
}
