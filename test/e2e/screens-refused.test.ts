import { test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

test('a page that Grist did not open says where it lives', async () => {
  const { page, demo } = await openGrist();
  await page.goto(demo.widgetUrl);
  await page.getByRole('heading', { level: 1, name: 'This page lives inside Grist' }).waitFor();
});

test('a token that HighLevel takes no more is told, and the contact is back when it is taken again', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  grist.demo.sandbox.faults.add('missing-scope', { method: 'GET' });
  await grist.selectRow(2);
  await showsTitle(grist, /signed us out|isn’t authorized|didn’t work/);
  grist.demo.sandbox.faults.clear();
  await grist.page.keyboard.press('ArrowDown');
  await showsTitle(grist, (await grist.cell('Contacts', 3, 'Name')) as string);
});
