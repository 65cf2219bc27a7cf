import { fullName } from '../../sandbox/duplicates.ts';
import type { ContactRecord, EventRecord, LocationData, NoteRecord, State, TaskRecord } from '../../sandbox/state.ts';
import { plainOf } from '../../sync/plain-text.ts';
import type { Row } from './fill.ts';
import { stages } from './tables.ts';

/** Converts HighLevel's records to rows of the document. */
export interface RowMaker {
  contact(contact: ContactRecord): Row;
  /** `owner` is the row of the contact. */
  task(task: TaskRecord, owner: OwnerRow): Row;
  note(note: NoteRecord, owner: OwnerRow): Row;
  appointment(event: EventRecord, owner: OwnerRow): Row;
}

export interface OwnerRow {
  rowId: number;
  name: string;
}

const seconds = (at: number) => Math.floor(at / 1000);

/** Creates rows for `tables.ts` including the results of formulas, because Grist recalculates only on changes. */
export function createRowMaker(location: LocationData, users: State['users']): RowMaker {
  const userName = (id: string | null | undefined) => users.get(id ?? '')?.name ?? '';
  const reference = ({ rowId, name }: OwnerRow) => ({ Contact: rowId, gristHelper_Display: name });
  return {
    contact: (contact) => ({
      Name: fullName(contact),
      Company: contact.companyName ?? '',
      Phone: contact.phone ?? '',
      Stage: stageOf(contact),
      Open_tasks: location.tasks.of(contact.id).filter(({ completed }) => !completed).length,
      Deal_value: (digest(contact.id) % 180) * 250 + 750,
      Tags: JSON.stringify(contact.tags),
      Email: contact.email ?? '',
      Owner: userName(contact.assignedTo),
      Source: contact.source ?? '',
      Website: contact.website ?? '',
      Domain: contact.email?.split('@')[1] ?? '',
      First_name: contact.firstName ?? '',
      Last_name: contact.lastName ?? '',
      Birthday: contact.dateOfBirth ? seconds(Date.parse(`${contact.dateOfBirth}T00:00:00Z`)) : null,
      Address: contact.address1 ?? '',
      City: contact.city ?? '',
      State: contact.state ?? '',
      Postcode: contact.postalCode ?? '',
      Country: contact.country ?? '',
      HighLevel_ID: contact.id,
    }),
    task: ({ id, title, dueDate, completed, assignedTo }, owner) => ({
      Done: Number(completed),
      Title: title,
      Due: seconds(dueDate),
      ...reference(owner),
      Assignee: userName(assignedTo),
      HighLevel_ID: id,
    }),
    note: ({ id, body, userId, dateAdded }, owner) => ({
      Added: seconds(dateAdded),
      ...reference(owner),
      Body: plainOf(body).plain.trim(),
      Author: userName(userId),
      HighLevel_ID: id,
    }),
    appointment: ({ id, title, startTime, endTime, appointmentStatus, calendarId }, owner) => ({
      Title: title,
      Starts: seconds(startTime),
      Ends: seconds(endTime),
      Status: appointmentStatus,
      Calendar: location.calendars.get(calendarId)?.name ?? '',
      ...reference(owner),
      HighLevel_ID: id,
    }),
  };
}

/** HighLevel's contacts have no stage and no deal; the document's own columns get stable values derived from the contact's id. */
function stageOf({ id }: ContactRecord): string {
  const names = Object.keys(stages);
  return names[digest(id) % names.length] ?? '';
}

const digest = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
