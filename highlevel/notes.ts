import type { Api, Call, Creation } from './client.ts';
import { path } from './path.ts';
import { flag, instant, list, shape, text, wrapped } from './read.ts';
import type { NoteAnswer, NotesAnswer, WireNote, WireNoteInput } from './wire.ts';

export interface Note {
  id: string;
  contactId: string;
  title: string;
  /** May be HTML as HighLevel's editor wrote it: sanitise before showing, save unchanged. */
  body: string;
  /** User id of the author, or `''`. */
  author: string;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  pinned: boolean;
  /** `#rrggbb`, or `''`. */
  color: string;
}

/** What a person may say about a note. An absent key leaves the note as it is. */
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
  const answer = shape<NotesAnswer>(await api.get(path`contacts/${contactId}/notes`, call));
  return list(answer.notes).map((note) => readNote(note, contactId));
}

/** Reads one note. Fails with `not-found` when it is gone. */
export async function getNote(api: Api, contactId: string, noteId: string, call?: Call): Promise<Note> {
  return readAnswer(await api.get(path`contacts/${contactId}/notes/${noteId}`, call), contactId);
}

/** Makes a note. Without a key it is sent once: when the error says `unknownOutcome`, look before trying again. */
export async function createNote(api: Api, contactId: string, note: NewNote, call?: Creation): Promise<Note> {
  const body = writeNote(note);
  return readAnswer(await api.post(path`contacts/${contactId}/notes`, { ...call, body }), contactId);
}

/** Changes what is given of a note. */
export async function updateNote(
  api: Api,
  contactId: string,
  noteId: string,
  changes: NoteChanges,
  call?: Call,
): Promise<Note> {
  const body = writeNote(changes);
  return readAnswer(await api.put(path`contacts/${contactId}/notes/${noteId}`, { ...call, body }), contactId);
}

/** Deletes a note. */
export async function deleteNote(api: Api, contactId: string, noteId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}/notes/${noteId}`, call);
}

/** Reads a note as HighLevel sends it. */
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

function readAnswer(answer: unknown, contactId: string): Note {
  return readNote(wrapped<NoteAnswer>(answer, 'note'), contactId);
}

function writeNote({ body, title, color, pinned, author }: NoteChanges): WireNoteInput {
  return { body, title, color, pinned, userId: author };
}
