import type { WireAppointmentNote } from '../../highlevel/wire-calendars.ts';
import { wholeNumber } from '../contact-access.ts';
import { dto, filled, longest, optional, required, text } from '../dto.ts';
import { unknownId, unprocessable } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import type { AppointmentNoteRecord } from '../state.ts';
import { eventOf } from './calendar-appointments.ts';

const many = '/calendars/appointments/:appointmentId/notes';
const one = `${many}/:noteId`;

export const appointmentNoteRoutes: Route[] = [
  { method: 'GET', path: many, scope: 'calendars/events.readonly', handle: listNotes },
  { method: 'POST', path: many, scope: 'calendars/events.write', status: 201, handle: createNote },
  { method: 'PUT', path: one, scope: 'calendars/events.write', handle: updateNote },
  { method: 'DELETE', path: one, scope: 'calendars/events.write', handle: deleteNote },
];

const input = dto<{ body: string; userId?: string }>({
  body: required(text, filled, longest(5_000)),
  userId: optional(text),
});

function present({ eventId, dateAdded, ...note }: AppointmentNoteRecord, { state }: Call): WireAppointmentNote {
  return {
    ...note,
    dateAdded: new Date(dateAdded).toISOString(),
    createdBy: { id: note.userId, name: state.users.get(note.userId)?.name ?? '' },
  };
}

function listNotes(call: Call) {
  const event = eventOf(call, 'appointmentId');
  for (const name of ['limit', 'offset']) {
    if (!call.query.get(name))
      throw unprocessable([`${name} must be a number conforming to the specified constraints`]);
  }
  const limit = wholeNumber(call, 'limit', 20, 20);
  const offset = wholeNumber(call, 'offset', 0);
  const all = call.location.appointmentNotes.of(event.id);
  return {
    notes: all.slice(offset, offset + limit).map((note) => present(note, call)),
    hasMore: offset + limit < all.length,
  };
}

function noteOf(call: Call): AppointmentNoteRecord {
  const event = eventOf(call, 'appointmentId');
  const note = call.location.appointmentNotes.get(call.param('noteId'));
  if (note?.eventId !== event.id) throw unknownId('Note', call.param('noteId'));
  return note;
}

function createNote(call: Call) {
  const event = eventOf(call, 'appointmentId');
  const { body, userId = call.grant.userId } = call.accept(input);
  const id = call.state.random.id();
  const note = { id, eventId: event.id, contactId: event.contactId, body, userId, dateAdded: call.now };
  return { note: present(call.location.appointmentNotes.put(note), call) };
}

function updateNote(call: Call) {
  const note = { ...noteOf(call), ...call.accept(input) };
  return { note: present(call.location.appointmentNotes.put(note), call) };
}

/** HighLevel responds `success` here, instead of `succeeded` or `succeded`. */
function deleteNote(call: Call) {
  call.location.appointmentNotes.remove(noteOf(call).id);
  return { success: true };
}
