import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';

test('edits survive a reload and go with a new start', async () => {
  const { page, cell, apply, whenEngineReady } = await openGrist();
  const city = await cell('Contacts', 1, 'City');
  await apply(['UpdateRecord', 'Contacts', 1, { City: 'Elsewhere' }]);
  await page.reload();
  expect(await cell('Contacts', 1, 'City')).toBe('Elsewhere');
  await whenEngineReady();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Start over' }).click()]);
  expect(await cell('Contacts', 1, 'City')).toBe(city);
});

test('the line of explanation stays away once it was put away', async () => {
  const { page } = await openGrist();
  const guide = page.locator('#guide');
  await guide.waitFor();
  await page.getByRole('button', { name: 'Hide this line' }).click();
  await guide.waitFor({ state: 'hidden' });
  await page.reload();
  await page.locator('.gridview_row').first().waitFor();
  expect(await guide.isHidden()).toBe(true);
});
