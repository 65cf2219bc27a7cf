import {
  createAppointmentNote,
  deleteAppointmentNote,
  listAppointmentNotes,
  updateAppointmentNote,
} from '../../highlevel/appointment-notes.ts';
import { getAppointment, listAppointments } from '../../highlevel/appointments.ts';
import { createAppointment, deleteAppointment, listFreeSlots, updateAppointment } from '../../highlevel/booking.ts';
import * as businesses from '../../highlevel/businesses.ts';
import * as events from '../../highlevel/calendar-events.ts';
import { getCalendar, listCalendarGroups, listCalendars } from '../../highlevel/calendars.ts';
import { type Api, createApi } from '../../highlevel/client.ts';
import { findDuplicate, searchContacts } from '../../highlevel/contact-search.ts';
import { upsertContact } from '../../highlevel/contact-upsert.ts';
import { createContact, deleteContact, getContact, updateContact } from '../../highlevel/contacts.ts';
import { createCustomField, getCustomField, listCustomFields } from '../../highlevel/custom-fields.ts';
import { addFollowers, removeFollowers } from '../../highlevel/followers.ts';
import { getLocation } from '../../highlevel/locations.ts';
import * as notes from '../../highlevel/notes.ts';
import { collect } from '../../highlevel/pages.ts';
import * as tags from '../../highlevel/tags.ts';
import { searchTasks } from '../../highlevel/task-search.ts';
import * as tasks from '../../highlevel/tasks.ts';
import { getUser, listUsers } from '../../highlevel/users.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { type Exchange, recordExchange } from '../helpers/contract/exchange.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { driveRaw } from './raw-surface.ts';

const day = 86_400_000;

interface Ground {
  api: Api;
  sandbox: Sandbox;
  locationId: string;
  contactId: string;
  userId: string;
}

/** Calls every endpoint at least once, through the client wherever it has a function. Returns the exchanges. */
export async function driveEverything(): Promise<Exchange[]> {
  const sandbox = createSandbox({ contacts: 60, limits: { enabled: false } });
  const exchanges: Promise<Exchange | null>[] = [];
  const fetch = sandboxFetch({
    async fetch(request) {
      const { response, exchange } = await recordExchange(request, sandbox.fetch);
      exchanges.push(exchange);
      return response;
    },
  });
  const { token, locationId, companyId, contactIds } = sandbox.info;
  const api = createApi({ via: 'direct', url: 'http://highlevel.test', token }, { fetch });
  const [user] = await listUsers(api, { companyId, locationId });
  const ground = { api, sandbox, locationId, contactId: contactIds[0] as string, userId: user?.id ?? '' };
  await driveContacts(ground);
  await driveTasksAndNotes(ground);
  await driveCalendars(ground);
  await driveLocation(ground);
  await driveBusinesses(ground);
  await driveRaw(sandbox, fetch);
  return (await Promise.all(exchanges)).filter((exchange) => exchange !== null);
}

async function driveContacts({ api, locationId, contactId, userId }: Ground) {
  const made = await createContact(api, locationId, { name: 'Ada Lovelace', email: 'ada@example.com' });
  await getContact(api, made.id);
  await updateContact(api, made.id, { city: 'London', dateOfBirth: '1815-12-10' });
  await updateContact(api, made.id, { city: null, dateOfBirth: null });
  await upsertContact(api, locationId, { email: 'ada@example.com', firstName: 'Augusta' });
  await collect(searchContacts(api, { locationId, query: 'a' }));
  await findDuplicate(api, { locationId, email: 'ada@example.com' });
  await addFollowers(api, made.id, [userId]);
  await removeFollowers(api, made.id, [userId]);
  await tags.addTags(api, made.id, ['VIP']);
  await tags.removeTags(api, made.id, ['VIP']);
  await tags.changeTags(api, 'add', { locationId, contactIds: [made.id, contactId], tags: ['newsletter'] });
  await deleteContact(api, made.id);
}

async function driveTasksAndNotes({ api, contactId, locationId, userId }: Ground) {
  const task = await tasks.createTask(api, contactId, { title: 'Call', dueDate: Date.now() + day, assignee: userId });
  await tasks.getTask(api, contactId, task.id);
  await tasks.updateTask(api, contactId, task.id, { title: 'Call back', assignee: null });
  await tasks.completeTask(api, contactId, task.id, true);
  await tasks.listTasks(api, contactId);
  await collect(searchTasks(api, locationId, { contactIds: [contactId] }));
  await tasks.deleteTask(api, contactId, task.id);
  const note = await notes.createNote(api, contactId, { body: 'Prefers mornings' });
  await notes.getNote(api, contactId, note.id);
  await notes.updateNote(api, contactId, note.id, { body: 'Prefers evenings' });
  await notes.listNotes(api, contactId);
  await notes.deleteNote(api, contactId, note.id);
}

async function driveCalendars({ api, contactId, locationId, userId }: Ground) {
  const [{ id: calendarId } = { id: '' }] = await listCalendars(api, locationId);
  await getCalendar(api, calendarId);
  await listCalendarGroups(api, locationId);
  const [from, to] = [Date.now() - 60 * day, Date.now() + 20 * day];
  const free = await listFreeSlots(api, calendarId, { from: Date.now(), to, timeZone: 'Europe/London' });
  const startTime = free.find(({ slots }) => slots.length > 0)?.slots[0] ?? 0;
  const booked = await createAppointment(api, locationId, { calendarId, contactId, startTime, assignee: userId });
  await getAppointment(api, booked.id);
  await updateAppointment(api, booked.id, { title: 'Tour', status: 'confirmed' });
  const note = await createAppointmentNote(api, booked.id, { body: 'Bring the plans' });
  await updateAppointmentNote(api, booked.id, note.id, { body: 'Bring all plans' });
  await collect(listAppointmentNotes(api, booked.id));
  await deleteAppointmentNote(api, booked.id, note.id);
  await listAppointments(api, contactId, 'Europe/London');
  await events.listCalendarAppointments(api, { locationId, calendarId, from, to });
  await deleteAppointment(api, booked.id);
  const blocked = { calendarId, title: 'Holiday', startTime: to, endTime: to + 3_600_000 };
  const { id } = await events.createBlockedSlot(api, locationId, blocked);
  await events.updateBlockedSlot(api, locationId, id, { ...blocked, title: 'Day off' });
  await events.listBlockedSlots(api, { locationId, calendarId, from, to: to + day });
}

async function driveLocation({ api, locationId, userId }: Ground) {
  await getLocation(api, locationId);
  await listUsers(api, { companyId: '', locationId });
  await getUser(api, userId);
  const field = await createCustomField(api, locationId, { name: 'Shoe size', kind: 'number' });
  await getCustomField(api, locationId, field.id);
  await listCustomFields(api, locationId);
  await tags.createTag(api, locationId, 'brand new');
  await tags.listTags(api, locationId);
}

async function driveBusinesses({ api, locationId, contactId }: Ground) {
  const business = await businesses.createBusiness(api, locationId, { name: 'Harbour & Pine' });
  await businesses.getBusiness(api, business.id);
  await businesses.updateBusiness(api, business.id, { city: 'Oslo' });
  await businesses.setBusiness(api, locationId, [contactId], business.id);
  await collect(businesses.listBusinessContacts(api, { locationId, businessId: business.id }));
  await collect(businesses.listBusinesses(api, locationId));
  await businesses.deleteBusiness(api, business.id);
}
