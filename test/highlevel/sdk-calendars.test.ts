import { expect, test } from 'vitest';
import { failure } from './local-server.ts';
import { overSdk } from './sdk.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const options = { headers: { Version: '2021-04-15' } };

async function withAppointment() {
  const over = await overSdk();
  const { sdk, locationId, contactId } = over;
  const { users = [] } = await sdk.users.getUserByLocation({ locationId });
  const { calendars = [] } = await sdk.calendars.getCalendars({ locationId }, options);
  const calendarId = calendars[0]?.id ?? '';
  const span = { startDate: Date.now(), endDate: Date.now() + 14 * day };
  const free: Record<string, { slots: string[] }> = await sdk.calendars.getSlots({ calendarId, ...span }, options);
  const startTime = Object.entries(free).find(([key]) => /^\d{4}-/.test(key))?.[1].slots[0] ?? '';
  const appointment = await sdk.calendars.createAppointment(
    { calendarId, locationId, contactId, startTime, title: 'Demo', assignedUserId: users[0]?.id },
    options,
  );
  return { ...over, appointment, calendarId, startTime };
}

test('the SDK books a free slot', async () => {
  const { sdk, appointment, contactId, calendarId, startTime } = await withAppointment();

  expect(appointment).toMatchObject({ contactId, calendarId, title: 'Demo' });
  const { event } = await sdk.calendars.getAppointment({ eventId: appointment.id }, options);
  expect(event).toMatchObject({ id: appointment.id, contactId, calendarId, title: 'Demo' });
  expect(Date.parse(`${event?.startTime}`)).toBe(Date.parse(startTime));
});

test('the SDK changes an appointment and deletes it', async () => {
  const { sdk, appointment, contactId } = await withAppointment();
  const eventId = appointment.id;

  const changed = await sdk.calendars.editAppointment({ eventId }, { appointmentStatus: 'cancelled' }, options);
  expect(changed).toMatchObject({ id: eventId, appointmentStatus: 'cancelled' });
  const { events = [] } = await sdk.contacts.getAppointmentsForContact({ contactId });
  expect(events.find(({ id }) => id === eventId)).toMatchObject({ appointmentStatus: 'cancelled' });
  expect(await sdk.calendars.deleteEvent({ eventId }, {}, options)).toMatchObject({ succeeded: true });
  expect(await failure(sdk.calendars.getAppointment({ eventId }, options))).toMatchObject({
    statusCode: expect.any(Number),
  });
});

test('the SDK looks into a calendar', async () => {
  const { sdk, locationId, appointment, calendarId, startTime } = await withAppointment();
  const at = Date.parse(startTime);
  const window = { locationId, startTime: String(at - hour), endTime: String(at + hour) };

  const { events = [] } = await sdk.calendars.getCalendarEvents({ ...window, calendarId }, options);
  expect(events.map(({ id }) => id)).toContain(appointment.id);
});

test('the SDK blocks a time and moves it', async () => {
  const { sdk, locationId } = await overSdk();
  const { calendars = [] } = await sdk.calendars.getCalendars({ locationId }, options);
  const calendarId = calendars[0]?.id ?? '';
  const iso = (at: number) => new Date(at).toISOString();
  const at = Date.parse('2026-11-25T09:00:00Z');
  const block = { locationId, calendarId, title: 'Holiday', startTime: iso(at), endTime: iso(at + hour) };

  const made = await sdk.calendars.createBlockSlot(block, options);
  expect(made).toMatchObject({ locationId, calendarId, title: 'Holiday' });
  const later = { ...block, endTime: iso(at + 2 * hour) };
  expect(await sdk.calendars.editBlockSlot({ eventId: made.id }, later, options)).toMatchObject({ id: made.id });
  const window = { locationId, calendarId, startTime: String(at + hour), endTime: String(at + 2 * hour) };
  const { events = [] } = await sdk.calendars.getBlockedSlots(window, options);
  expect(events).toMatchObject([{ id: made.id, title: 'Holiday' }]);
  expect(Date.parse(`${events[0]?.endTime}`)).toBe(at + 2 * hour);
});

test('the SDK reads calendar groups', async () => {
  const { sdk, locationId } = await overSdk();

  const { groups = [] } = await sdk.calendars.getGroups({ locationId }, options);
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.every((group) => group.locationId === locationId)).toBe(true);
});

test('the SDK makes, changes and deletes notes on an appointment', async () => {
  const { sdk, appointment } = await withAppointment();
  const appointmentId = appointment.id;

  const { note } = await sdk.calendars.createAppointmentNote({ appointmentId }, { body: 'Bring it' }, options);
  const noteId = note?.id ?? '';
  const path = { appointmentId, noteId };
  const { note: changed } = await sdk.calendars.updateAppointmentNote(path, { body: 'Bring both' }, options);
  expect(changed).toMatchObject({ id: noteId, body: 'Bring both' });
  const list = () => sdk.calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 0 }, options);
  expect(await list()).toMatchObject({ notes: [{ id: noteId, body: 'Bring both' }], hasMore: false });
  expect(await sdk.calendars.deleteAppointmentNote(path, options)).toMatchObject({ success: true });
  expect((await list()).notes).toEqual([]);
});
