import { expect, test } from 'vitest';
import { type Appointment, getAppointment } from '../../highlevel/appointments.ts';
import { createAppointment, listFreeSlots } from '../../highlevel/booking.ts';
import { listCalendars } from '../../highlevel/calendars.ts';
import { startInStep } from './start-entries.ts';

const hour = 3_600_000;
const day = 24 * hour;

async function start() {
  const world = await startInStep();
  const { api, contactId, sandbox, rowOf, type, step } = world;
  const { locationId } = sandbox.info;
  const free = async (userId: string, calendarId: string) => {
    const days = await listFreeSlots(api, calendarId, { from: Date.now() + day, to: Date.now() + 20 * day, userId });
    return days.flatMap(({ slots }) => slots);
  };
  const calendar = (await listCalendars(api, locationId)).find(({ members }) => members.length > 1)!;
  const [person, other] = calendar.members as [string, string];
  const slots = await free(person, calendar.id);
  const about = { calendarId: calendar.id, contactId, title: 'Measure', assignee: person };
  const booked = await createAppointment(api, locationId, { ...about, startTime: slots[0]! });
  await step();
  const row = () => rowOf('appointment', booked.id);
  const move = async (cells: Record<string, number>) => {
    type('appointment', row().id, cells);
    const from = sandbox.requests.length;
    for (let time = 0; time < 4; time++) await step();
    return sandbox.requests.slice(from).filter(({ method }) => method === 'PUT').length;
  };
  return {
    ...{ ...world, booked, row, move, slots, other, locationId, calendar },
    length: booked.endTime - booked.startTime,
    there: (): Promise<Appointment> => getAppointment(api, booked.id),
  };
}

test('a start that is moved in the grid takes the end along, on both sides', async () => {
  const { booked, move, slots, there, row, length } = await start();
  const startTime = slots[8]!;
  expect(await move({ Starts: startTime / 1000 })).toBe(1);
  expect(await there()).toEqual({ ...booked, startTime, endTime: startTime + length });
  expect(row()).toMatchObject({ Starts: startTime / 1000, Ends: (startTime + length) / 1000 });
});

test('an end that is moved in the grid stays where it was put', async () => {
  const { booked, move, there } = await start();
  const endTime = booked.endTime + hour;
  expect(await move({ Ends: endTime / 1000 })).toBe(1);
  expect(await there()).toEqual({ ...booked, endTime });
});

test('an end before its start is not sent, waits with a reason, and goes once it is put right', async () => {
  const { booked, move, there, row, state } = await start();
  const wrong = (booked.startTime - 2 * day) / 1000;
  expect(await move({ Ends: wrong })).toBe(0);
  expect(await there()).toEqual(booked);
  expect(row().Ends).toBe(wrong);
  expect(state.entries().at(-1)).toMatchObject({ act: 'appointment', what: booked.id, result: 'refused' });
  expect(await move({ Ends: (booked.endTime + hour) / 1000 })).toBe(1);
  expect((await there()).endTime).toBe(booked.endTime + hour);
});

test('an appointment is moved to a time that is free for its person alone', async () => {
  const { api, booked, move, slots, there, other, locationId, calendar, contactId } = await start();
  const startTime = slots[8]!;
  const theirs = { calendarId: calendar.id, contactId, title: 'Another visit', assignee: other, startTime };
  await createAppointment(api, locationId, theirs);
  expect(await move({ Starts: startTime / 1000 })).toBe(1);
  expect((await there()).startTime).toBe(startTime);
  expect((await there()).assignee).toBe(booked.assignee);
});
