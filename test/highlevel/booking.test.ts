import { expect, test } from 'vitest';
import { getAppointment, listAppointments } from '../../highlevel/appointments.ts';
import { createAppointment, deleteAppointment, listFreeSlots, updateAppointment } from '../../highlevel/booking.ts';
import { listCalendarAppointments } from '../../highlevel/calendar-events.ts';
import { listCalendarGroups, listCalendars } from '../../highlevel/calendars.ts';
import { getLocation } from '../../highlevel/locations.ts';
import { listUsers } from '../../highlevel/users.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

async function withAppointment() {
  const over = overSandbox();
  const { api, companyId, locationId, contactId } = over;
  const [user] = await listUsers(api, { companyId, locationId });
  const [calendar] = await listCalendars(api, locationId);
  const calendarId = calendar?.id ?? '';
  const from = Date.now();
  const [free] = await listFreeSlots(api, calendarId, { from, to: from + 14 * day });
  const startTime = free?.slots[0] ?? 0;
  const wanted = { calendarId, contactId, startTime, endTime: startTime + hour, title: 'Demo', assignee: user?.id };
  const appointment = await createAppointment(api, locationId, wanted);
  return { ...over, appointment, calendarId, startTime };
}

test('books a free slot and reads the appointment back', async () => {
  const { api, contactId, locationId, appointment, startTime } = await withAppointment();
  const { timezone } = await getLocation(api, locationId);

  expect(appointment).toMatchObject({ contactId, title: 'Demo', startTime, endTime: startTime + hour });
  expect(await getAppointment(api, appointment.id)).toMatchObject({ id: appointment.id, startTime });
  expect(await listAppointments(api, contactId, timezone)).toContainEqual(
    expect.objectContaining({ id: appointment.id, startTime, endTime: startTime + hour }),
  );
});

test('reads an appointment in the wrapper that has been seen too', async () => {
  const { api, sandbox, appointment } = await withAppointment();

  const before = await getAppointment(api, appointment.id);
  sandbox.quirks.appointmentWrapper = 'appointment';
  expect(await getAppointment(api, appointment.id)).toEqual(before);
});

test('moves and cancels an appointment', async () => {
  const { api, sent, appointment, startTime } = await withAppointment();

  const times = { startTime: startTime + day, endTime: startTime + day + hour };
  expect(await updateAppointment(api, appointment.id, { ...times, ignoreFreeSlots: true })).toMatchObject(times);
  expect(await updateAppointment(api, appointment.id, { status: 'cancelled' })).toMatchObject({ status: 'cancelled' });
  expect(sent.at(-1)?.body).toEqual({ appointmentStatus: 'cancelled' });
});

test('deletes an appointment', async () => {
  const { api, appointment } = await withAppointment();

  await deleteAppointment(api, appointment.id);
  expect(await failure(getAppointment(api, appointment.id))).toMatchObject({ code: 'not-found' });
});

test('fails with rejected on a slot that is taken', async () => {
  const { api, locationId, contactId, calendarId, startTime, appointment } = await withAppointment();
  const { assignee } = appointment;

  const again = createAppointment(api, locationId, { calendarId, contactId, startTime, assignee });
  expect(await failure(again)).toMatchObject({ code: 'rejected' });
});

test('reads free slots by day, over more days than HighLevel gives at once', async () => {
  const { api, sent, locationId } = overSandbox();
  const [calendar] = await listCalendars(api, locationId);
  const from = Date.now();

  const days = await listFreeSlots(api, calendar?.id ?? '', { from, to: from + 45 * day, timeZone: 'Asia/Tokyo' });
  expect(sent.filter(({ path }) => path.includes('free-slots'))).toHaveLength(2);
  expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
  const inTokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
  expect(days.every(({ day, slots }) => slots.every((slot) => inTokyo.format(slot) === day))).toBe(true);
});

test('reads the events of a user, of a calendar and of a group', async () => {
  const { api, locationId, appointment, calendarId, startTime } = await withAppointment();
  const window = { locationId, from: startTime - hour, to: startTime + hour };

  const ids = async (whose: { userId: string } | { calendarId: string }) =>
    (await listCalendarAppointments(api, { ...window, ...whose })).map(({ id }) => id);
  expect(await ids({ calendarId })).toContain(appointment.id);
  expect(await ids({ userId: appointment.assignee })).toContain(appointment.id);
  const groups = await listCalendarGroups(api, locationId);
  expect(groups.every(({ id, name }) => id && name)).toBe(true);
});
