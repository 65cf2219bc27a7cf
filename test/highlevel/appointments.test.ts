import { expect, test } from 'vitest';
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
