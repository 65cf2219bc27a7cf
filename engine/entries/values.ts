import type { Calendar } from '../../highlevel/calendars.ts';
import { createTimeReader } from '../../highlevel/times.ts';
import type { User } from '../../highlevel/users.ts';
import type { EntryValues, HighLevelEntry } from '../../sync/entries.ts';
import { noteOf, plainOf } from '../../sync/plain-text.ts';
import type { Entry, EntryForm, FormOf } from '../forms.ts';

/** What an entry table needs to say values as texts. */
export interface EntryTerms {
  users: readonly Pick<User, 'id' | 'name'>[];
  calendars: readonly Pick<Calendar, 'id' | 'name'>[];
  /** Columns that hold the day of a time. */
  days: ReadonlySet<string>;
  /** The document's IANA zone, whose days those are. */
  timeZone: string;
}

function timeIn({ days, timeZone }: EntryTerms, key: string, time: number | null): string {
  if (time === null) return '';
  if (!days.has(key)) return new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  // Swedish writes days like ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}

/** An entry in the terms of its table. A name that is not known is left out. */
export function entryValues(entry: Entry, terms: EntryTerms): HighLevelEntry {
  const named = (key: string, named: readonly { id: string; name: string }[], id: string) => {
    const found = id === '' ? { name: '' } : named.find((one) => one.id === id);
    return found ? { [key]: found.name } : {};
  };
  if ('startTime' in entry) {
    const { plain, lossy } = plainOf(entry.notes);
    const { id, title, status, address, calendarId, startTime, endTime } = entry;
    const values = {
      title,
      status,
      address,
      notes: plain,
      starts: timeIn(terms, 'starts', startTime),
      ends: timeIn(terms, 'ends', endTime),
      ...named('calendar', terms.calendars, calendarId),
    };
    return { id, values, lossy: lossy ? ['notes'] : [] };
  }
  const { plain, lossy } = plainOf(entry.body);
  const { id, title } = entry;
  const values: EntryValues =
    'completed' in entry
      ? {
          title,
          body: plain,
          due: timeIn(terms, 'due', entry.dueDate),
          done: String(entry.completed),
          ...named('assignee', terms.users, entry.assignee),
        }
      : {
          title,
          body: plain,
          added: timeIn(terms, 'added', entry.dateAdded),
          pinned: String(entry.pinned),
          ...named('author', terms.users, entry.author),
        };
  return { id, values, lossy: lossy ? ['body'] : [] };
}

/** A day without a time begins at the document's midnight: read as UTC's it would be the day before in half of the world. */
function timeOf({ days, timeZone }: EntryTerms, key: string, text: string): number | null {
  if (days.has(key)) return createTimeReader(timeZone)(text);
  return Number.isNaN(Date.parse(text)) ? null : Date.parse(text);
}

const noteFrom = (cell: string | undefined) => (cell === undefined ? undefined : noteOf(cell));

/** The id behind a name, in any spelling of its letters; `undefined` for an unknown one. */
function idOf(named: readonly { id: string; name: string }[], name: string): string | undefined {
  if (name === '') return '';
  return named.find((known) => known.name.toLowerCase() === name.toLowerCase())?.id;
}

/** An appointment of which only the start is moved keeps its length. */
const movedEnd = ({ startTime: from, endTime }: FormOf<'appointment'>, to: number | null) =>
  from === null || to === null || endTime === null ? endTime : endTime + to - from;

/** The form with the values of a row; what the row does not say stays. `null` where it names an unknown user or calendar. */
export function formWith(form: EntryForm, values: EntryValues, terms: EntryTerms): EntryForm | null {
  const { title = form.title, body, due, assignee, pinned, starts, ends, status, address, notes, calendar } = values;
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
      return {
        ...form,
        title,
        calendarId,
        startTime,
        endTime: ends === undefined ? movedEnd(form, startTime) : timeOf(terms, 'ends', ends),
        address: address ?? form.address,
        notes: noteFrom(notes) ?? form.notes,
        status: status || form.status,
      };
    }
  }
}
