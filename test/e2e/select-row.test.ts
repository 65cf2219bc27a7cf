import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, showsTitle } from '../helpers/panel.ts';

test('selecting a row shows its contact from HighLevel', async () => {
  const grist = await openGrist();
  await grist.selectRow(4);
  const contactId = (await grist.cell('Contacts', 4, 'HighLevel_ID')) as string;
  const contact = await getContact(highLevelOf(grist), contactId);
  await showsTitle(grist, contact.name);
  await isUpToDate(grist);
  expect(await (await field(grist, 'email')).textContent()).toBe(contact.email);
  expect(await (await field(grist, 'phone')).textContent()).toBe(contact.phone);
  const shown = await grist.panel
    .locator('[data-entry]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-entry')));
  const open = (await listTasks(highLevelOf(grist), contactId)).filter(({ completed }) => !completed);
  expect(open.length).toBeGreaterThan(0);
  expect(shown).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
});

test('the next row shows its own contact and nothing of the one before', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const entries = grist.panel.locator('[data-entry]');
  const before = await entries.evaluateAll((all) => all.map((entry) => entry.getAttribute('data-entry')));
  expect(before.length).toBeGreaterThan(0);
  await grist.selectRow(2);
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  await isUpToDate(grist);
  const after = await entries.evaluateAll((all) => all.map((entry) => entry.getAttribute('data-entry')));
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter((id) => before.includes(id))).toEqual([]);
});
