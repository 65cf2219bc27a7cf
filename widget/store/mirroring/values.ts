import type { Appointment } from '../../../highlevel/appointments.ts';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { Note } from '../../../highlevel/notes.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import { createTimeReader } from '../../../highlevel/times.ts';
import type { User } from '../../../highlevel/users.ts';
import type { EntryValues, HighLevelEntry } from '../../../sync/entries.ts';
import { noteOf, plainOf } from '../../../sync/plain-text.ts';
import type { EntryForm } from '../views/entries.ts';

/** What stands behind ids, and how the table says times. */
export interface Terms {
  users: ReadonlyMap<string, User>;
  calendars: ReadonlyMap<string, Calendar>;
  /** Columns that hold the day of a time. */
  days: ReadonlySet<string>;
  /** The document's IANA zone, whose days those are. */
  timeZone: string;
}

type Thing = Task | Note | Appointment;

function timeIn(terms: Terms, key: string, time: number | null): string {
  if (time === null) return '';
  if (!terms.days.has(key)) return new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  // Swedish writes days like ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: terms.timeZone, dateStyle: 'short' }).format(time);
}

/** An entry in the terms of a mirrored table. A name that is not known is left out. */
export function mirroredEntry(thing: Thing, terms: Terms): HighLevelEntry {
  const nameOf = (key: string, id: string) => {
    const name = id === '' ? '' : terms.users.get(id)?.name;
    return name === undefined ? {} : { [key]: name };
  };
  if ('startTime' in thing) {
    const { plain, lossy } = plainOf(thing.notes);
    const calendar = terms.calendars.get(thing.calendarId)?.name;
    const { id, title, status, address, startTime, endTime } = thing;
    const values = {
      ...{ title, status, address, notes: plain },
      starts: timeIn(terms, 'starts', startTime),
      ends: timeIn(terms, 'ends', endTime),
      ...(calendar !== undefined && { calendar }),
    };
    return { id, values, lossy: lossy ? ['notes'] : [] };
  }
  const { plain, lossy } = plainOf(thing.body);
  const told = { title: thing.title, body: plain };
  const values: EntryValues =
    'completed' in thing
      ? {
          ...told,
          ...nameOf('assignee', thing.assignee),
          due: timeIn(terms, 'due', thing.dueDate),
          done: String(thing.completed),
        }
      : {
          ...told,
          ...nameOf('author', thing.author),
          added: timeIn(terms, 'added', thing.dateAdded),
          pinned: String(thing.pinned),
        };
  return { id: thing.id, values, lossy: lossy ? ['body'] : [] };
}

/** A day without a time begins at the document's midnight: read as UTC's it would be the day before in half of the world. */
function timeOf(terms: Terms, key: string, text: string): number | null {
  if (terms.days.has(key)) return createTimeReader(terms.timeZone)(text);
  return Number.isNaN(Date.parse(text)) ? null : Date.parse(text);
}

const noteFrom = (cell: string | undefined) => (cell === undefined ? undefined : noteOf(cell));

/** The form with what the row says, or `null` where it names nobody we know. What the row does not say stays. */
export function formWith(form: EntryForm, values: EntryValues, terms: Terms): EntryForm | null {
  const { title = form.title, body, due, assignee, pinned, starts, ends, status, address, notes, calendar } = values;
  const idOf = (names: ReadonlyMap<string, { id: string; name: string }>, name: string) =>
    name === '' ? '' : [...names.values()].find((known) => known.name.toLowerCase() === name.toLowerCase())?.id;
  switch (form.kind) {
    case 'task': {
      const user = assignee === undefined ? form.assignee : idOf(terms.users, assignee);
      if (user === undefined) return null;
      const dueDate = due === undefined ? form.dueDate : timeOf(terms, 'due', due);
      return { ...form, title, body: noteFrom(body) ?? form.body, dueDate, assignee: user };
    }
    case 'note':
      return {
        ...form,
        title,
        body: noteFrom(body) ?? form.body,
        pinned: pinned === undefined ? form.pinned : pinned === 'true',
      };
    case 'appointment': {
      const calendarId = calendar && form.calendarId === '' ? idOf(terms.calendars, calendar) : form.calendarId;
      if (calendarId === undefined) return null;
      const startTime = starts === undefined ? form.startTime : timeOf(terms, 'starts', starts);
      const endTime = ends === undefined ? form.endTime : timeOf(terms, 'ends', ends);
      const said = {
        title,
        address: address ?? form.address,
        notes: noteFrom(notes) ?? form.notes,
        status: status || form.status,
      };
      return { ...form, ...said, calendarId, startTime, endTime };
    }
  }
}
