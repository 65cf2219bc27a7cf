import type { WireNote, WireNoteInput } from '../../highlevel/wire.ts';
import { contactOf } from '../contact-access.ts';
import { type Check, dto, filled, flag, optional, required, text } from '../dto.ts';
import { unknownId } from '../errors.ts';
import { presentNoteEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import type { NoteRecord } from '../state.ts';
import { succeeded } from './contacts.ts';

const many = '/contacts/:contactId/notes';
const one = '/contacts/:contactId/notes/:id';

export const noteRoutes: Route[] = [
  { method: 'GET', path: many, scope: 'contacts.readonly', handle: listNotes },
  { method: 'GET', path: one, scope: 'contacts.readonly', handle: (call) => ({ note: presentNote(noteOf(call)) }) },
  { method: 'POST', path: many, scope: 'contacts.write', status: 201, handle: createNote },
  { method: 'PUT', path: one, scope: 'contacts.write', handle: updateNote },
  { method: 'DELETE', path: one, scope: 'contacts.write', handle: deleteNote },
];

const hexColor: Check = (value, key) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? undefined : `${key} must be a hexadecimal color`;

const shared = { userId: optional(text), title: optional(text), color: optional(hexColor), pinned: optional(flag) };
const creating = dto<WireNoteInput>({ body: required(text, filled), ...shared });
const updating = dto<WireNoteInput>({ body: optional(text, filled), ...shared });

const presentNote = (note: NoteRecord): WireNote => ({
  ...note,
  userId: note.userId ?? undefined,
  dateAdded: new Date(note.dateAdded).toISOString(),
});

function listNotes(call: Call) {
  const newestFirst = call.location.notes.of(contactOf(call).id).sort((one, other) => other.dateAdded - one.dateAdded);
  return { notes: newestFirst.map(presentNote) };
}

function noteOf(call: Call): NoteRecord {
  const contact = contactOf(call);
  const note = call.location.notes.get(call.param('id'));
  if (note?.contactId !== contact.id) throw unknownId('Note', call.param('id'));
  return note;
}

function createNote(call: Call) {
  const contact = contactOf(call);
  const { body = '', userId, ...rest } = call.accept(creating);
  const note = call.location.notes.put({
    ...rest,
    id: call.state.random.id(),
    contactId: contact.id,
    body,
    // A private token has no user, so a note without `userId` has no author.
    userId: userId ?? (call.grant.kind === 'oauth' ? call.grant.userId : null),
    dateAdded: call.now,
  });
  call.emit('NoteCreate', presentNoteEvent(note));
  return { note: presentNote(note) };
}

function updateNote(call: Call) {
  const note = call.location.notes.put({ ...noteOf(call), ...call.accept(updating) });
  call.emit('NoteUpdate', presentNoteEvent(note));
  return { note: presentNote(note) };
}

function deleteNote(call: Call) {
  const note = noteOf(call);
  call.location.notes.remove(note.id);
  call.emit('NoteDelete', presentNoteEvent(note));
  return succeeded(call);
}
