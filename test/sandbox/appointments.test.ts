import { expect, test } from 'vitest';
import { type OpenedSandbox, openSandbox } from './open-sandbox.ts';

const calendarVersion = { version: '2021-04-15' };

/** A Tuesday at half past ten in London, in an open hour, beyond the seeded appointments. */
const startTime = '2027-06-15T10:30:00+01:00';

async function withCalendar(type: string) {
  const opened: OpenedSandbox = openSandbox();
  const { locationId, contact } = opened;
  const send: OpenedSandbox['send'] = (method, path, body) => opened.send(method, path, body, calendarVersion);
  const { calendars } = (await send('GET', `/calendars/?locationId=${locationId}`)).body;
  const calendar = calendars.find((entry: { calendarType: string }) => entry.calendarType === type);
  const draft = { calendarId: calendar.id, locationId, contactId: contact.split('/').at(-1), startTime };
  const book = (changes: object = {}) => send('POST', '/calendars/events/appointments', { ...draft, ...changes });
  return { ...opened, send, calendar, draft, book };
}

test('an appointment is booked with 200 and flat, and both lists show it', async () => {
  const { send, book, draft, calendar, contact, locationId } = await withCalendar('event');
  const booked = await book({ title: 'First call' });
  expect(booked.status).toBe(200);
  expect(booked.body).toMatchObject({
    ...draft,
    endTime: '2027-06-15T11:00:00+01:00',
    appointmentStatus: 'confirmed',
    title: 'First call',
  });
  expect(booked.body).not.toHaveProperty('dateAdded');
  const { events } = (await send('GET', `${contact}/appointments`)).body;
  expect(events.find(({ id }: { id: string }) => id === booked.body.id)).toMatchObject({
    startTime: '2027-06-15 10:30:00',
    endTime: '2027-06-15 11:00:00',
    status: 'booked',
    appointmentStatus: 'confirmed',
  });
  const day = { startTime: `${Date.parse('2027-06-15')}`, endTime: `${Date.parse('2027-06-16')}` };
  const query = new URLSearchParams({ locationId, calendarId: calendar.id, ...day });
  const listed = (await send('GET', `/calendars/events?${query}`)).body.events;
  expect(listed).toMatchObject([{ id: booked.body.id, startTime, users: [expect.any(String)] }]);
});

test('a booked slot is taken, unless the check is waived', async () => {
  const { book } = await withCalendar('event');
  await book();
  expect(await book()).toMatchObject({
    status: 400,
    body: { message: 'The slot you have selected is no longer available.' },
  });
  expect((await book({ ignoreFreeSlotValidation: true })).status).toBe(200);
});

test.each([
  [{ startTime: '2027-06-15T03:00:00+01:00' }, 400],
  [{ startTime: '2026-11-19T10:30:00+00:00' }, 400],
  [{ startTime: '2027-06-15 10:30:00' }, 422],
  [{ startTime: '2027-06-15T10:30:00' }, 422],
  [{ appointmentStatus: 'completed' }, 422],
  [{ contactId: 'ocQHyuzHvysMo5N5VsXc' }, 400],
  [{ notes: 'x' }, 422],
])('a booking with %o is refused with %i', async (changes, status) => {
  const { book } = await withCalendar('event');
  expect((await book(changes)).status).toBe(status);
});

test('a round robin calendar wants a team member (docs repository, issue 23)', async () => {
  const { book, calendar } = await withCalendar('round_robin');
  expect(await book()).toMatchObject({
    status: 422,
    body: { message: 'A team member needs to be selected. assignedUserId is missing' },
  });
  expect(
    (await book({ startTime: '2027-06-15T09:00:00Z', assignedUserId: calendar.teamMembers[0].userId })).status,
  ).toBe(200);
});

test('an appointment moves with its length, is cancelled, and is deleted with 201', async () => {
  const { send, book, contact } = await withCalendar('event');
  const { id } = (await book()).body;
  const path = `/calendars/events/appointments/${id}`;
  const moved = await send('PUT', path, { startTime: '2027-06-15T11:30:00+01:00' });
  expect(moved.body).toMatchObject({ startTime: '2027-06-15T11:30:00+01:00', endTime: '2027-06-15T12:00:00+01:00' });
  expect((await send('PUT', path, { locationId: 'x' })).status).toBe(403);
  await send('PUT', path, { appointmentStatus: 'cancelled' });
  expect((await send('GET', path)).body.event.appointmentStatus).toBe('cancelled');
  const { events } = (await send('GET', `${contact}/appointments`)).body;
  expect(events.find((event: { id: string }) => event.id === id).status).toBe('cancelled');
  expect(await send('DELETE', `/calendars/events/${id}`, {})).toMatchObject({ status: 201, body: { succeeded: true } });
  expect((await send('GET', path)).status).toBe(400);
});

test('v3 accepts the status completed and adds dates to its responses', async () => {
  const { send, book, ...opened } = await withCalendar('event');
  const { id } = (await book()).body;
  const path = `/calendars/events/appointments/${id}`;
  expect((await send('PUT', path, { appointmentStatus: 'completed' })).status).toBe(422);
  const updated = await openedAs(opened, 'v3')('PUT', path, { appointmentStatus: 'completed' });
  expect(updated.body).toMatchObject({ appointmentStatus: 'completed', dateUpdated: expect.any(String) });
});

const openedAs =
  ({ sandbox }: Pick<OpenedSandbox, 'sandbox'>, version: string) =>
  async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${sandbox.info.token}`, version, 'content-type': 'application/json' };
    const response = await sandbox.fetch(
      new Request(`http://highlevel.test${path}`, { method, headers, body: JSON.stringify(body) }),
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

test('events are listed by time and by user, calendar or group', async () => {
  const { send, locationId, calendar } = await withCalendar('event');
  const list = (query: Record<string, string>) => send('GET', `/calendars/events?${new URLSearchParams(query)}`);
  const window = { startTime: `${Date.parse('2026-08-01')}`, endTime: `${Date.parse('2027-02-01')}` };
  expect((await list(window)).status).toBe(403);
  expect((await list({ locationId, ...window })).status).toBe(422);
  expect((await list({ locationId, calendarId: calendar.id })).status).toBe(422);
  const group = (await list({ locationId, groupId: calendar.groupId, ...window })).body.events;
  const own = (await list({ locationId, calendarId: calendar.id, ...window })).body.events;
  expect(group.length).toBeGreaterThan(own.length);
  expect(own.length).toBeGreaterThan(0);
  const offsets = new Set(group.map(({ startTime }: { startTime: string }) => startTime.slice(-6)));
  expect(offsets).toEqual(new Set(['+00:00', '+01:00']));
});

test('notes of an appointment are listed by limit and offset, both required', async () => {
  const { send, book } = await withCalendar('event');
  const notes = `/calendars/appointments/${(await book()).body.id}/notes`;
  for (const body of ['one', 'two', 'three']) expect((await send('POST', notes, { body })).status).toBe(201);
  expect((await send('GET', notes)).status).toBe(422);
  expect((await send('GET', `${notes}?limit=21&offset=0`)).status).toBe(422);
  const first = (await send('GET', `${notes}?limit=2&offset=0`)).body;
  expect(first).toMatchObject({ notes: [{ body: 'one' }, { body: 'two' }], hasMore: true });
  const [{ id }] = first.notes;
  expect((await send('PUT', `${notes}/${id}`, { body: 'changed' })).body.note.body).toBe('changed');
  expect((await send('DELETE', `${notes}/${id}`)).body.success).toBe(true);
  expect((await send('GET', `${notes}?limit=20&offset=0`)).body).toMatchObject({ hasMore: false });
  expect((await send('POST', notes, { body: 'x'.repeat(5_001) })).status).toBe(422);
});
