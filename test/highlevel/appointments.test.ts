import { expect, test, vi } from 'vitest';
import { listAppointments } from '../../highlevel/appointments.ts';
import { getLocation } from '../../highlevel/locations.ts';
import { overSandbox } from './over-sandbox.ts';

test('reads zone-less times in the location’s zone', async () => {
  const { api, sandbox, contactId, locationId } = overSandbox();
  const { timezone } = await getLocation(api, locationId);

  const inZone = await listAppointments(api, contactId, timezone);
  sandbox.quirks.appointmentTimes = 'offset';
  const withOffset = await listAppointments(api, contactId, 'Pacific/Kiritimati');
  expect(inZone.length).toBeGreaterThan(0);
  expect(inZone).toEqual(withOffset);
  expect(inZone.every((appointment) => appointment.contactId === contactId)).toBe(true);
  expect(inZone.every(({ startTime, endTime }) => startTime < endTime)).toBe(true);
});

test('a time that the clocks show twice is resolved by reading the appointment', async () => {
  const { api, sandbox, contactId, locationId } = overSandbox();
  const { timezone } = await getLocation(api, locationId);
  const location = sandbox.state.locations.get(locationId)!;
  const halfPastOne = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'].map(Date.parse);
  const ids = location.events
    .of(contactId)
    .slice(0, 2)
    .map((event, index) => {
      Object.assign(event, { startTime: halfPastOne[index], endTime: halfPastOne[index]! + 3_600_000 });
      return event.id;
    });

  expect(timezone).toBe('Europe/London');
  const read = await listAppointments(api, contactId, timezone);
  const starts = ids.map((id) => read.find((appointment) => appointment.id === id)?.startTime);
  expect(starts).toEqual(halfPastOne);
  sandbox.quirks.appointmentTimes = 'offset';
  expect(read).toEqual(await listAppointments(api, contactId, timezone));
});

test.each(['missing-scope', 'server-error'] as const)(
  'a time shown twice that cannot be resolved, by %s, hides no appointment',
  async (fault) => {
    const { api, sandbox, contactId, locationId } = overSandbox();
    const { timezone } = await getLocation(api, locationId);
    const [event, ...others] = sandbox.state.locations.get(locationId)!.events.of(contactId);
    const second = Date.parse('2027-10-31T01:30:00Z');
    Object.assign(event!, { startTime: second, endTime: second + 3_600_000 });
    sandbox.faults.add(fault, { path: '/calendars/events/appointments', status: 400 });
    const read = await listAppointments(api, contactId, timezone);
    expect(read.map(({ id }) => id).sort()).toEqual([event!, ...others].map(({ id }) => id).sort());
    expect(read.find(({ id }) => id === event!.id)?.startTime).toBe(second - 3_600_000);
  },
);

test('an appointment whose time is missing in the list is read by itself', async () => {
  const { api, sandbox, contactId, locationId } = overSandbox();
  const { timezone } = await getLocation(api, locationId);
  const before = await listAppointments(api, contactId, timezone);
  const { fetch } = sandbox;
  vi.spyOn(sandbox, 'fetch').mockImplementation(async (request) => {
    const answer = await fetch(request);
    if (!request.url.endsWith('/appointments')) return answer;
    const { events } = await answer.json();
    return Response.json({
      events: events.map((event: object, at: number) => (at ? event : { ...event, startTime: '' })),
    });
  });
  expect(await listAppointments(api, contactId, timezone)).toEqual(before);
});
