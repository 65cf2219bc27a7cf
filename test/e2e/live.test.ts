import { test } from 'vitest';
import { openGristPage } from '../helpers/grist.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, isUpToDate, saveField } from '../helpers/panel.ts';
import { patience } from '../helpers/patience.ts';

test('what one person saves is seen by another on the same contact, without asking', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const page = await grist.page.context().newPage();
  page.setDefaultTimeout(patience);
  const other = { ...grist, ...(await openGristPage(page, grist.demo.url)) };
  await isUpToDate(other);
  await field(other, 'city');
  await grist.page.bringToFront();
  await saveField(grist, 'city', 'Eldoret');
  await other.panel.locator('[data-field="city"]', { hasText: 'Eldoret' }).waitFor();
});
