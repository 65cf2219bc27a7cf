import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { listCustomFields } from '../../highlevel/custom-fields.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { listUsers } from '../../highlevel/users.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, showsTitle } from '../helpers/panel.ts';

test('selecting a row shows its contact from HighLevel, whole', async () => {
  const grist = await openGrist();
  await grist.selectRow(4);
  const contactId = (await grist.cell('Contacts', 4, 'HighLevel_ID')) as string;
  const contact = await getContact(highLevelOf(grist), contactId);
  await showsTitle(grist, contact.name);
  await isUpToDate(grist);
  expect(await (await field(grist, 'email')).textContent()).toBe(contact.email);
  expect(await (await field(grist, 'phone')).textContent()).toBe(contact.phone);
  const users = await listUsers(highLevelOf(grist), grist.demo.sandbox.info);
  const owner = users.find(({ id }) => id === contact.assignee)?.name ?? '';
  expect(await (await field(grist, 'assignee')).textContent()).toContain(owner);
  const tags = grist.panel.getByRole('button', { name: /^Remove tag / });
  const shownTags = await tags.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(shownTags.sort()).toEqual(contact.tags.map((tag) => `Remove tag ${tag}`).sort());
  const definitions = await listCustomFields(highLevelOf(grist), contact.locationId);
  const plain = definitions.filter(({ id, kind }) => /^(text|single|radio)$/.test(kind) && contact.customFields[id]);
  expect(plain.length).toBeGreaterThan(0);
  for (const { id } of plain) {
    const value = grist.panel.locator(`[data-field="custom:${id}"]`);
    await value.filter({ hasText: String(contact.customFields[id]) }).waitFor();
  }
  const shown = await grist.panel
    .locator('[data-entry]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-entry')));
  const open = (await listTasks(highLevelOf(grist), contactId)).filter(({ completed }) => !completed);
  expect(open.length).toBeGreaterThan(0);
  expect(shown).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
});

test('the next row shows its own contact, nothing of the one before, and by the same filters', async () => {
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

  // What narrows the timeline holds for the row that comes next.
  await grist.panel.getByRole('button', { name: /^Tasks/ }).click();
  await grist.panel.getByRole('switch', { name: 'Open only' }).check();
  await grist.panel.getByRole('searchbox', { name: /timeline/i }).fill('call');
  await grist.selectRow(4);
  await showsTitle(grist, (await grist.cell('Contacts', 4, 'Name')) as string);
  await isUpToDate(grist);
  const tasks = await listTasks(highLevelOf(grist), (await grist.cell('Contacts', 4, 'HighLevel_ID')) as string);
  const wanted = tasks.filter(({ title, body, completed }) => !completed && /call/i.test(`${title} ${body}`));
  const left = await entries.evaluateAll((all) => all.map((entry) => entry.getAttribute('data-entry')));
  expect(left.sort()).toEqual(wanted.map(({ id }) => id).sort());
  expect(tasks.length).toBeGreaterThan(wanted.length);
});
