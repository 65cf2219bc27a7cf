import { expect, test } from 'vitest';
import { type Appointment, listAppointments } from '../../highlevel/appointments.ts';
import { createAppointment } from '../../highlevel/booking.ts';
import { listCalendars } from '../../highlevel/calendars.ts';
import { getLocation } from '../../highlevel/locations.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, toastSays } from '../helpers/panel.ts';

const title = 'Measure the hall';

async function openFirstRow() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await grist.panel.getByRole('button', { name: /^Appointments/ }).click();
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const api = highLevelOf(grist);
  const { locationId } = grist.demo.sandbox.info;
  const { timezone } = await getLocation(api, locationId);
  const inHighLevel = async (): Promise<Appointment | undefined> =>
    (await listAppointments(api, contactId, timezone)).find((appointment) => appointment.title === title);
  const entry = grist.panel.locator('li[data-entry]', { hasText: title });
  const slots = grist.panel.getByRole('radio');
  return { grist, panel: grist.panel, api, contactId, locationId, inHighLevel, entry, slots };
}

type Opened = Awaited<ReturnType<typeof openFirstRow>>;

/** Fills in the form up to a free time of a day that has one; answers the words on the button. */
async function fillIn({ panel, slots }: Opened) {
  await panel.getByRole('button', { name: 'Book appointment' }).click();
  await panel.getByRole('textbox', { name: 'Title' }).fill(title);
  await panel.getByLabel('Date', { exact: true }).fill('2030-11-05');
  await slots.first().waitFor();
  await slots.nth(1).check({ force: true });
  return panel.getByRole('button', { name: /^Book \d/ });
}

async function book(opened: Opened) {
  await (await fillIn(opened)).click();
  await toastSays(opened.panel, 'Appointment booked');
  const booked = await opened.inHighLevel();
  if (!booked) throw new Error('HighLevel has no such appointment');
  return booked;
}

test('a free time is booked, and undo takes the booking away', async () => {
  const opened = await openFirstRow();
  const booked = await book(opened);
  expect(booked.status).toBe('confirmed');
  await opened.entry.getByText('Confirmed').waitFor();
  await opened.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(opened.inHighLevel).toBeUndefined();
});

test('an appointment is moved with its length', async () => {
  const opened = await openFirstRow();
  const { entry, slots, panel, inHighLevel } = opened;
  const booked = await book(opened);
  await entry.hover();
  await entry.getByRole('button', { name: 'Reschedule' }).click();
  await slots.first().check({ force: true });
  await panel.getByRole('button', { name: /^Move to/ }).click();
  await toastSays(panel, 'Appointment saved');
  const moved = await inHighLevel();
  expect(moved?.startTime).toBeLessThan(booked.startTime);
  expect((moved?.endTime ?? 0) - (moved?.startTime ?? 0)).toBe(booked.endTime - booked.startTime);
});

test('an appointment is cancelled, and deleted, and each is taken back', async () => {
  const opened = await openFirstRow();
  const { entry, panel, inHighLevel } = opened;
  await book(opened);
  await entry.hover();
  await entry.getByRole('button', { name: 'Status' }).click();
  await panel.getByRole('menuitem', { name: 'Cancel appointment' }).click();
  await eventually(async () => (await inHighLevel())?.status).toBe('cancelled');
  await toastSays(panel, 'Appointment saved');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => (await inHighLevel())?.status).toBe('confirmed');
  await toastSays(panel, 'Undone');
  await entry.hover();
  await entry.getByRole('button', { name: 'Delete' }).click();
  await eventually(inHighLevel).toBeUndefined();
  await toastSays(panel, 'Appointment deleted');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(inHighLevel).toBeTruthy();
});

test('a time that somebody took meanwhile is said, with those that are still free', async () => {
  const opened = await openFirstRow();
  const { panel, api, locationId, contactId, slots, inHighLevel } = opened;
  const button = await fillIn(opened);
  const startTime = Number(await slots.nth(1).getAttribute('value'));
  for (const { id: calendarId, members } of await listCalendars(api, locationId))
    await createAppointment(api, locationId, { calendarId, contactId, startTime, assignee: members[0] ?? '' }).catch(
      () => null,
    );
  await button.click();
  await panel.getByText(/^Someone just took .* These times are still free\.$/).waitFor();
  expect(await inHighLevel()).toBeUndefined();
  await slots.first().check({ force: true });
  await panel.getByRole('button', { name: /^Book \d/ }).click();
  await eventually(inHighLevel).toBeTruthy();
});
