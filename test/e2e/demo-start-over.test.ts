import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf } from '../helpers/panel.ts';

test('edits survive a reload and go with a new start, in Grist and in HighLevel', async () => {
  const grist = await openGrist({ alone: true });
  const { page, cell, apply, whenEngineReady } = grist;
  const city = await cell('Contacts', 1, 'City');
  const contactId = (await cell('Contacts', 1, 'HighLevel_ID')) as string;
  const inHighLevel = async () => (await getContact(highLevelOf(grist), contactId)).city;
  await updateContact(highLevelOf(grist), contactId, { city: 'Elsewhere' });
  await apply(['UpdateRecord', 'Contacts', 1, { City: 'Elsewhere' }]);
  await page.reload();
  expect(await cell('Contacts', 1, 'City')).toBe('Elsewhere');
  await whenEngineReady();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Start over' }).click()]);
  expect(await cell('Contacts', 1, 'City')).toBe(city);
  expect(await inHighLevel()).toBe(city);
});

test('the line of explanation stays away once it was put away', async () => {
  const { page } = await openGrist({ alone: true });
  const guide = page.locator('#guide');
  await guide.waitFor();
  await page.getByRole('button', { name: 'Hide this line' }).click();
  await guide.waitFor({ state: 'hidden' });
  await page.reload();
  await page.locator('.gridview_row').first().waitFor();
  expect(await guide.isHidden()).toBe(true);
});
