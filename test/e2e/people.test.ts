import { expect, test } from 'vitest';
import { listBusinesses } from '../../highlevel/businesses.ts';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { readFollowers } from '../../highlevel/followers.ts';
import { listUsers } from '../../highlevel/users.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate } from '../helpers/panel.ts';

test('owner, business, followers and channels are changed beside the row, one by one, and taken back', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const { panel, page, demo } = grist;
  const { locationId } = demo.sandbox.info;
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const otherId = (await grist.cell('Contacts', 2, 'HighLevel_ID')) as string;
  const there = () => getContact(api, contactId);
  const asked = () => demo.sandbox.requests.map(({ method, path }) => `${method} ${path}`);
  const pick = async (key: 'assignee' | 'business', name: string) => {
    await panel.locator(`[data-field="${key}"]`).click();
    await panel.getByRole('option', { name, exact: true }).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  demo.sandbox.state.locations.get(locationId)!.contacts.get(contactId)!.inboundDndSettings = {
    all: { status: 'active' },
  };
  await updateContact(api, contactId, { dndSettings: { sms: 'inactive', email: 'active', call: 'inactive' } });
  await panel.getByRole('button', { name: 'Refresh' }).click();
  await field(grist, 'phone');
  const empty = panel.getByRole('button', { name: /^Show \d+ empty$/ });
  if (await empty.isVisible()) await empty.click();

  const users = await listUsers(api, demo.sandbox.info);
  const before = await there();
  const owner = users.find(({ id }) => id !== before.assignee)!;
  await pick('assignee', owner.name);
  await eventually(async () => (await there()).assignee).toBe(owner.id);
  await panel.locator('[data-field="assignee"]', { hasText: owner.name }).waitFor();

  const businesses = [];
  for await (const business of listBusinesses(api, locationId)) businesses.push(business);
  const business = businesses.find(({ id }) => id !== before.businessId)!;
  demo.sandbox.state.locations.get(locationId)!.contacts.get(otherId)!.businessId = business.id;
  await pick('business', business.name);
  await eventually(async () => (await there()).businessId).toBe(business.id);
  await panel.getByRole('button', { name: 'Other contacts at this business' }).click();
  const link = panel
    .getByRole('region', { name: `Other contacts at ${business.name}` })
    .getByRole('link', { name: /Row 2\b/ });
  await link.waitFor();
  expect(await link.getAttribute('href')).toMatch(new RegExp(`/location/${locationId}/contacts/detail/${otherId}$`));
  await page.keyboard.press('Escape');
  await pick('business', 'No business');
  await eventually(async () => (await there()).businessId).toBe('');

  const follower = users.find(({ id }) => !before.followers.includes(id))!;
  await panel.getByRole('button', { name: 'Add a follower' }).click();
  await panel.getByRole('option', { name: follower.name, exact: true }).click();
  const following = async () => (await readFollowers(api, await there())) ?? [];
  await eventually(following).toContain(follower.id);
  await panel.getByRole('button', { name: `Remove follower ${follower.name}` }).click();
  await eventually(following).not.toContain(follower.id);

  await panel.getByText('Inbound messages are blocked in HighLevel.').waitFor();
  const channel = (name: string) => panel.getByRole('menuitemcheckbox', { name });
  await panel
    .locator('dd')
    .getByRole('button', { name: /^No email/ })
    .click();
  expect(await channel('Email').getAttribute('aria-checked')).toBe('true');
  await channel('SMS').click();
  await eventually(async () => (await there()).dndSettings).toMatchObject({
    ...{ sms: 'active', email: 'active', call: 'inactive' },
  });
  await isUpToDate(grist);
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await eventually(async () => (await there()).dndSettings).toMatchObject({ sms: 'inactive', email: 'active' });
  expect(asked().filter((line) => line.includes('/upsert'))).toEqual([]);
});
