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
  const grist = await openGrist({ timezoneId: 'America/New_York' });
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
  const button = await fillIn(opened);
  const slot = Number(await opened.slots.nth(1).getAttribute('value'));
  await button.click();
  await toastSays(opened.panel, 'Appointment booked');
  const booked = await opened.inHighLevel();
  if (!booked) throw new Error('HighLevel has no such appointment');
  return { booked, slot };
}

/** Somebody else takes a time, in whichever calendar it is free. */
async function takeAll({ api, locationId, contactId }: Opened, startTime: number) {
  for (const { id: calendarId, members } of await listCalendars(api, locationId))
    await createAppointment(api, locationId, { calendarId, contactId, startTime, assignee: members[0] ?? '' }).catch(
      () => null,
    );
}

/** The document's clock, which the grid shows beside the panel; the browser is in New York. */
const clock = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(at);

test('a free time is booked at its instant, shown by the document’s clock, and undo takes the booking away', async () => {
  const opened = await openFirstRow();
  const { booked, slot } = await book(opened);
  expect([booked.status, booked.startTime]).toEqual(['confirmed', slot]);
  await opened.panel.getByRole('button', { name: 'Refresh' }).click();
  await isUpToDate(opened.grist);
  await opened.entry.getByText(clock(slot)).first().waitFor();
  await opened.entry.getByText('Confirmed').waitFor();
  await opened.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(opened.inHighLevel).toBeUndefined();
});

test('a moved appointment changes its time alone, and a time that was just taken is said', async () => {
  const opened = await openFirstRow();
  const { entry, slots, panel, inHighLevel } = opened;
  const { booked } = await book(opened);
  const length = booked.endTime - booked.startTime;
  const choose = async (index: number) => {
    await slots.nth(index).check({ force: true });
    return Number(await slots.nth(index).getAttribute('value'));
  };
  await entry.hover();
  await entry.getByRole('button', { name: 'Reschedule' }).click();
  const startTime = await choose(0);
  await panel.getByRole('button', { name: /^Move to/ }).click();
  await toastSays(panel, 'Appointment saved');
  expect(await inHighLevel()).toEqual({ ...booked, startTime, endTime: startTime + length });

  await entry.hover();
  await entry.getByRole('button', { name: 'Reschedule' }).click();
  await takeAll(opened, await choose(3));
  await panel.getByRole('button', { name: /^Move to/ }).click();
  await entry.getByText(/^HighLevel says: .*no longer available/).waitFor();
  await entry.getByRole('button', { name: 'Choose another time' }).waitFor();
  expect((await inHighLevel())?.startTime).toBe(startTime);
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
  const { panel, slots, inHighLevel } = opened;
  const button = await fillIn(opened);
  await takeAll(opened, Number(await slots.nth(1).getAttribute('value')));
  await button.click();
  await panel.getByText(/^Someone just took .* These times are still free\.$/).waitFor();
  expect(await inHighLevel()).toBeUndefined();
  await slots.first().check({ force: true });
  await panel.getByRole('button', { name: /^Book \d/ }).click();
  await eventually(inHighLevel).toBeTruthy();
});
