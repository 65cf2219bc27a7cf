import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

const day = 86_400_000;

async function withCalendar() {
  const opened = openSandbox();
  const { send, locationId, contact } = opened;
  const { calendars } = (await send('GET', `/calendars/?locationId=${locationId}`)).body;
  const calendar = calendars.find(({ calendarType }: { calendarType: string }) => calendarType === 'event');
  const slots = async (from: string, days: number, more: Record<string, string> = {}) => {
    const startDate = Date.parse(from);
    const query = new URLSearchParams({ startDate: `${startDate}`, endDate: `${startDate + days * day}`, ...more });
    return send('GET', `/calendars/${calendar.id}/free-slots?${query}`, undefined, { version: '2021-04-15' });
  };
  const daysOf = ({ traceId, ...days }: Record<string, { slots: string[] }>) => days;
  return { ...opened, calendar, slots, daysOf, contactId: contact.split('/').at(-1) };
}

test('weekdays have slots from nine to five, weekends none, and the trace id is a key beside the days', async () => {
  const { slots, daysOf } = await withCalendar();
  const { status, body } = await slots('2027-06-14T00:00:00+01:00', 7);
  expect(status).toBe(200);
  expect(typeof body.traceId).toBe('string');
  expect(Object.keys(daysOf(body))).toEqual(['2027-06-14', '2027-06-15', '2027-06-16', '2027-06-17', '2027-06-18']);
  expect(body['2027-06-14'].slots).toHaveLength(16);
  expect(body['2027-06-14'].slots[0]).toBe('2027-06-14T09:00:00+01:00');
  expect(body['2027-06-14'].slots.at(-1)).toBe('2027-06-14T16:30:00+01:00');
});

test('slots keep their hour over a clock change and have the offset of their day', async () => {
  const { slots } = await withCalendar();
  const { body } = await slots('2027-10-29T00:00:00+01:00', 4);
  expect(body['2027-10-29'].slots[0]).toBe('2027-10-29T09:00:00+01:00');
  expect(body['2027-11-01'].slots[0]).toBe('2027-11-01T09:00:00+00:00');
});

test('slots can be requested in another zone', async () => {
  const { slots } = await withCalendar();
  const { body } = await slots('2027-06-14T00:00:00+01:00', 1, { timezone: 'Asia/Kolkata' });
  expect(body['2027-06-14'].slots[0]).toBe('2027-06-14T13:30:00+05:30');
  expect((await slots('2027-06-14T00:00:00+01:00', 1, { timezone: 'Mars/Olympus' })).status).toBe(422);
});

test('a booking and a block occupy their slots', async () => {
  const { slots, send, calendar, locationId, contactId } = await withCalendar();
  const startTime = '2027-06-14T10:00:00+01:00';
  const booking = { calendarId: calendar.id, locationId, contactId, startTime };
  expect((await send('POST', '/calendars/events/appointments', booking)).status).toBe(200);
  const block = { title: 'Away', startTime: '2027-06-14T13:00:00+01:00', endTime: '2027-06-14T14:00:00+01:00' };
  const blocked = await send('POST', '/calendars/events/block-slots', {
    ...block,
    calendarId: calendar.id,
    locationId,
  });
  expect(blocked).toMatchObject({ status: 201, body: block });
  const free = (await slots('2027-06-14T00:00:00+01:00', 1)).body['2027-06-14'].slots;
  expect(free).toHaveLength(13);
  expect(free).not.toContain(startTime);
  expect(free).not.toContain('2027-06-14T13:30:00+01:00');
  const query = new URLSearchParams({
    locationId,
    calendarId: calendar.id,
    startTime: `${Date.parse('2027-06-14')}`,
    endTime: `${Date.parse('2027-06-15')}`,
  });
  const { events } = (await send('GET', `/calendars/blocked-slots?${query}`)).body;
  expect(events).toMatchObject([{ title: 'Away', calendarId: calendar.id }]);
});

test('a range over thirty-one days is refused', async () => {
  const { slots } = await withCalendar();
  expect((await slots('2027-06-01T00:00:00Z', 31)).status).toBe(200);
  expect((await slots('2027-06-01T00:00:00Z', 32)).status).toBe(400);
});

test('the location is no parameter of free slots', async () => {
  const { slots, locationId } = await withCalendar();
  expect(await slots('2027-06-14T00:00:00Z', 1, { locationId })).toMatchObject({
    status: 422,
    body: { message: ['property locationId should not exist'] },
  });
});

test('past slots are not offered', async () => {
  const { slots, daysOf } = await withCalendar();
  const { body } = await slots('2026-11-20T00:00:00Z', 1);
  const all = Object.values(daysOf(body)).flatMap((entry) => entry.slots);
  expect(all.every((slot) => Date.parse(slot) >= Date.parse('2026-11-20T10:30:00Z'))).toBe(true);
});

test('calendars are read one by one and by group', async () => {
  const { send, calendar, locationId } = await withCalendar();
  expect((await send('GET', `/calendars/${calendar.id}`)).body.calendar).toEqual(calendar);
  const { groups } = (await send('GET', `/calendars/groups?locationId=${locationId}`)).body;
  expect(groups).toMatchObject([{ id: calendar.groupId, name: 'Customer meetings' }]);
  const inGroup = (await send('GET', `/calendars/?locationId=${locationId}&groupId=${calendar.groupId}`)).body
    .calendars;
  expect(inGroup).toHaveLength(3);
  expect((await send('GET', `/calendars/?locationId=${locationId}&groupId=none`)).body.calendars).toEqual([]);
});
