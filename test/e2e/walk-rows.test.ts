import { expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

const nameIn = async (grist: OpenGrist, rowId: number) => (await grist.cell('Contacts', rowId, 'Name')) as string;

async function openInPanel() {
  const grist = await openGrist();
  await isUpToDate(grist);
  await grist.panel.getByRole('heading', { level: 1 }).click();
  return grist;
}

test('after one click into the panel, keys lead from row to row and back to the grid’s row', async () => {
  const grist = await openInPanel();
  const { keyboard } = grist.page;
  await keyboard.press('Shift+J');
  await showsTitle(grist, await nameIn(grist, 2));
  await keyboard.press('Shift+J');
  await showsTitle(grist, await nameIn(grist, 3));
  await grist.panel.getByText('Row 3. The grid is on row 1.').waitFor();
  await keyboard.press('Shift+K');
  await showsTitle(grist, await nameIn(grist, 2));
  await keyboard.press('b');
  await showsTitle(grist, await nameIn(grist, 1));
  await eventually(() => grist.panel.getByText(/The grid is on row/).count()).toBe(0);
});

test('a click in the grid shows the grid’s row again', async () => {
  const grist = await openInPanel();
  await grist.page.keyboard.press('Shift+J');
  await showsTitle(grist, await nameIn(grist, 2));
  await grist.selectRow(5);
  await showsTitle(grist, await nameIn(grist, 5));
  expect(await grist.panel.getByText(/The grid is on row/).count()).toBe(0);
});

test('a key leads to the next row with an overdue task', async () => {
  const grist = await openInPanel();
  await grist.page.keyboard.press('Shift+D');
  await grist.panel.getByText(/The grid is on row 1/).waitFor();
  await grist.panel.getByRole('heading', { name: /Overdue/ }).waitFor();
});
