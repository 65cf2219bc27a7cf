import type { Random } from '../random.ts';
import type { ContactRecord } from '../state.ts';
import { atLocalTime, hour, minute } from '../zone.ts';
import type { Population } from './people.ts';
import {
  appointmentNotes,
  appointmentTitles,
  hostileNotes,
  longNote,
  richNotes,
  shortNotes,
  taskBodies,
  taskTitles,
} from './texts.ts';

/** The number of entries of each kind; `reach` is their distance from today in days. */
export interface Amounts {
  tasks: number;
  notes: number;
  appointments: number;
  reach: number;
}

/** Fills a contact's timeline: tasks around today, past notes, past and future appointments. */
export function seedHistory(random: Random, contact: ContactRecord, amounts: Amounts, people: Population): void {
  const start = amounts.tasks < 4 ? random.below(4) : 0;
  for (let index = 0; index < amounts.tasks; index++) addTask(random, contact, start + index, amounts.reach, people);
  for (let index = 0; index < amounts.notes; index++) addNote(random, contact, index, amounts.reach, people);
  for (let index = 0; index < amounts.appointments; index++) {
    const days = random.below(amounts.reach) - Math.floor(amounts.reach * 0.6);
    addAppointment(random, contact, days === 0 ? 1 : days, people);
  }
}

function addTask(
  random: Random,
  contact: ContactRecord,
  index: number,
  reach: number,
  { location, users, today }: Population,
) {
  // Overdue, today, soon and done in turn, so that no group is empty.
  const kind = index % 4;
  const days = [-1 - random.below(reach), 0, 1 + random.below(Math.ceil(reach / 2)), -random.below(reach)][kind] ?? 0;
  const at = atLocalTime(today, location.details.timezone, days, 9 + random.below(9), random.pick([0, 15, 30]));
  location.tasks.put({
    id: random.id(),
    contactId: contact.id,
    title: random.pick(taskTitles),
    body: random.chance(0.5) ? random.pick(taskBodies) : '',
    assignedTo: random.chance(0.85) ? random.pick(users).id : null,
    dueDate: at,
    completed: kind === 3,
    dateAdded: at - (1 + random.below(20)) * 24 * hour,
  });
}

function addNote(
  random: Random,
  contact: ContactRecord,
  index: number,
  reach: number,
  { location, users, today }: Population,
) {
  const at = atLocalTime(
    today,
    location.details.timezone,
    -random.below(reach),
    8 + random.below(10),
    random.below(60),
  );
  location.notes.put({
    id: random.id(),
    contactId: contact.id,
    body: noteBody(random, index),
    userId: random.chance(0.8) ? random.pick(users).id : null,
    dateAdded: Math.min(at, today),
    ...(random.chance(0.15) && { title: 'Phone call' }),
    ...(random.chance(0.1) && { color: random.pick(['#FFAA00', '#33B679']) }),
    pinned: index === 2,
  });
}

function noteBody(random: Random, index: number): string {
  if (index === 1) return longNote;
  if (index % 3 === 2) return random.pick(richNotes);
  return random.pick(shortNotes);
}

export function addAppointment(
  random: Random,
  contact: ContactRecord,
  days: number,
  people: Population,
  hours?: number,
) {
  const { location, users, today } = people;
  const calendar = random.pick([...location.calendars.values()]);
  const startTime = atLocalTime(
    today,
    location.details.timezone,
    days,
    hours ?? 9 + random.below(8),
    random.pick([0, 30]),
  );
  location.events.put({
    id: random.id(),
    contactId: contact.id,
    calendarId: calendar.id,
    title: random.pick(appointmentTitles),
    appointmentStatus:
      days < 0
        ? random.pick(['showed', 'showed', 'noshow', 'cancelled'])
        : random.pick(['confirmed', 'confirmed', 'new']),
    assignedUserId: random.pick(users).id,
    address: random.chance(0.4) ? (contact.address1 ?? '') : '',
    description: random.chance(0.5) ? random.pick(appointmentNotes) : '',
    groupId: calendar.groupId ?? '',
    startTime,
    endTime: startTime + (calendar.slotDuration ?? 30) * minute,
    dateAdded: startTime - 9 * 24 * hour,
    dateUpdated: startTime - 2 * 24 * hour,
  });
}

/** Adds one note of each kind of script that a careless page would run. */
export function addHostileNotes(random: Random, contact: ContactRecord, { location, today }: Population): void {
  hostileNotes.forEach((body, index) => {
    location.notes.put({
      id: random.id(),
      contactId: contact.id,
      body,
      userId: null,
      dateAdded: today - (index + 1) * 5 * hour,
    });
  });
}
