import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';

test('the document opens with its rows, and the widget beside them from another origin', async () => {
  const { page, demo, cell, panelFrame } = await openGrist();
  expect(await page.locator('#guide').textContent()).toMatch(/real Grist document on sample data/);
  expect(await page.locator('.gridview_row').first().textContent()).toContain(await cell('Contacts', 1, 'Name'));
  const frame = new URL((await panelFrame()).url());
  expect(`${frame.origin}/`).toBe(demo.widgetUrl);
  expect(frame.origin).not.toBe(new URL(demo.url).origin);
  expect(frame.searchParams.get('access')).toBe('full');
});

test('nothing is asked of another machine', async () => {
  const { page, demo, whenEngineReady } = await openGrist({ alone: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await whenEngineReady();
  // In the side panel of a widget, Grist reads a list of widgets.
  await page.locator('iframe.custom_view').click();
  const listed = page.waitForRequest(`${demo.widgetUrl}manifest.json`);
  await page.locator('.test-right-opener').click();
  await listed;
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((url) => !/^(https?:\/\/(127\.0\.0\.1|localhost):|blob:|data:)/.test(url))).toEqual([]);
});

test('a reference reads as a name, and a formula follows an edit', async () => {
  const { page, openPage, cell, findRow, apply } = await openGrist();
  const contactId = (await cell('Contacts', 1, 'HighLevel_ID')) as string;
  const open = (await cell('Contacts', 1, 'Open_tasks')) as number;
  expect(contactId).not.toBe('');
  await apply(['AddRecord', 'Tasks', null, { Title: 'Measure the loft', Contact: 1 }]);
  expect(await cell('Contacts', 1, 'Open_tasks')).toBe(open + 1);
  const task = await findRow('Tasks', 'Title', 'Measure the loft');
  expect(await cell('Tasks', task, 'gristHelper_Display')).toBe(await cell('Contacts', 1, 'Name'));
  await openPage('Tasks');
  await page
    .locator('.gridview_row', { hasText: (await cell('Contacts', 2, 'Name')) as string })
    .first()
    .waitFor();
});
