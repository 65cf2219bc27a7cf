import { expect, test } from 'vitest';
import { updateContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate } from '../helpers/panel.ts';

const seconds = (text: string) => Date.parse(text) / 1000;

test('at +05:30 a birthday stays its day, and times stay their instant, over clock changes too', async () => {
  const grist = await openGrist({ timezoneId: 'Asia/Kolkata' });
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const { panel, demo, page } = grist;
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  // Looked at inside: to ask for it would use up what HighLevel allows.
  const location = demo.sandbox.state.locations.get(demo.sandbox.info.locationId)!;
  const birthday = () => location.contacts.get(contactId)?.dateOfBirth;

  const birthdayField = await field(grist, 'dateOfBirth');
  await panel.getByRole('button', { name: /^Show \d+ empty$/ }).click();
  await birthdayField.click();
  await panel.locator('.field input:focus').fill('1990-03-25');
  await page.keyboard.press('Enter');
  await eventually(birthday).toBe('1990-03-25');
  await eventually(() => grist.cell('Contacts', 1, 'Birthday')).toBe(seconds('1990-03-25T00:00:00Z'));
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Birthday: seconds('1990-10-28T00:00:00Z') }]);
  await eventually(birthday).toBe('1990-10-28');
  await updateContact(api, contactId, { dateOfBirth: '2000-02-29' });
  await panel.getByRole('button', { name: 'Refresh' }).click();
  await eventually(() => grist.cell('Contacts', 1, 'Birthday')).toBe(seconds('2000-02-29T00:00:00Z'));

  const [appointment] = location.events.of(contactId);
  const [task] = location.tasks.of(contactId);
  const rowOf = (table: string, id: string) => grist.findRow(table, 'HighLevel_ID', id);
  const [appointmentRow, taskRow] = [await rowOf('Appointments', appointment!.id), await rowOf('Tasks', task!.id)];
  // In London the first is skipped by the clocks, and the second comes when they have shown half past one already.
  const [due, starts] = [seconds('2027-03-28T01:30:00Z'), seconds('2027-10-31T01:30:00Z')];
  await grist.apply(['UpdateRecord', 'Tasks', taskRow, { Due: due }]);
  await eventually(() => location.tasks.get(task!.id)?.dueDate).toBe(due * 1000);
  appointment!.startTime = starts * 1000;
  appointment!.endTime = (starts + 3600) * 1000;
  await panel.getByRole('button', { name: 'Refresh' }).first().click();
  await eventually(() => grist.cell('Appointments', appointmentRow, 'Starts')).toBe(starts);
  await isUpToDate(grist);
  expect(await grist.cell('Tasks', taskRow, 'Due')).toBe(due);
  expect(location.events.get(appointment!.id)).toMatchObject({ startTime: starts * 1000 });
});
