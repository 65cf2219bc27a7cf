import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { showsTitle } from '../helpers/panel.ts';

test('by the steps of the README a new page gets the panel, and a click in its grid shows the contact', async () => {
  const grist = await openGrist({ alone: true });
  const { page, panel } = grist;
  await grist.whenEngineReady();
  const contacts = await grist.findRow('_grist_Tables', 'tableId', 'Contacts');
  await grist.apply(['CreateViewSection', contacts, 0, 'record', null, null]);
  await page
    .locator('.test-docpage-label', { hasText: /^New page$|^Contacts$/ })
    .last()
    .click();
  await page.locator('iframe.custom_view').waitFor({ state: 'detached' });

  // 1: the widget is added, and its address pasted.
  await page.locator('.test-dp-add-new').click();
  await page.locator('.test-dp-add-widget-to-page').click();
  await page.locator('.test-wselect-type', { hasText: 'Custom' }).click();
  await page.locator('.test-wselect-table', { hasText: 'Contacts' }).first().click();
  await page.locator('.test-wselect-addBtn').click();
  await page.locator('.test-custom-widget-gallery-widget-name', { hasText: 'Custom URL' }).click();
  await page.locator('.test-custom-widget-gallery-custom-url').fill(grist.demo.widgetUrl);
  await page.locator('.test-custom-widget-gallery-save').click();
  await page.locator('.test-custom-widget-warning-modal-confirm-checkbox').click();
  await page.locator('.test-modal-confirm').click();

  // 2: access, which the panel explains until it is given.
  await showsTitle(grist, 'Allow access to this document');
  expect(await panel.getByText('ACCESS LEVEL').first().isVisible()).toBe(true);
  const own = page.locator('.viewsection_content', { has: page.locator('iframe.custom_view') });
  await own.locator('.test-section-menu-viewLayout').click();
  await page.getByText('Widget options', { exact: true }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();

  // 3: the set-up. The other page has the table set up already.
  await showsTitle(grist, 'Set up this document');
  await panel.getByRole('button', { name: 'Use the same here' }).click();
  await panel.getByRole('heading', { name: 'Set up this document' }).waitFor({ state: 'detached' });
  await page.locator('.gridview_row .field', { hasText: (await grist.cell('Contacts', 5, 'Name')) as string }).click();
  await showsTitle(grist, (await grist.cell('Contacts', 5, 'Name')) as string);
});
