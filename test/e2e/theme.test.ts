import { test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate } from '../helpers/panel.ts';

test('the panel follows Grist from light to dark and back', async () => {
  const grist = await openGrist({ colorScheme: 'light' });
  await isUpToDate(grist);
  const root = grist.panel.locator('html');
  const background = () => grist.panel.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
  const light = await background();
  await grist.page.emulateMedia({ colorScheme: 'dark' });
  await eventually(() => root.getAttribute('data-grist-appearance')).toBe('dark');
  await eventually(background).not.toBe(light);
  await grist.page.emulateMedia({ colorScheme: 'light' });
  await eventually(background).toBe(light);
});
