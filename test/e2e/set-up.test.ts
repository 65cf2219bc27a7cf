import { expect, test } from 'vitest';
import type { Grist } from '../helpers/grist.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';
import { setSection } from '../helpers/section.ts';

/** The section as Grist makes it: the widget's address and full access, no column mapped, no table followed. */
async function openNew() {
  const grist = await openGrist({ alone: true });
  await grist.whenEngineReady();
  await setSection(grist, { columnsMapping: null, widgetOptions: {} });
  await grist.apply(['UpdateRecord', '_grist_Views_section', await customSection(grist), { linkSrcSectionRef: 0 }]);
  await showsTitle(grist, 'Set up this document');
  return grist;
}

/** The first of them: the others are made by the tests. */
const customSection = (grist: Grist) => grist.findRow('_grist_Views_section', 'parentKey', 'custom');

async function settingsOf(grist: Grist) {
  const options = (await grist.cell('_grist_Views_section', await customSection(grist), 'options')) as string;
  return JSON.parse(JSON.parse(options).customView);
}

test('one press sets up the table, a click shows its contact, and one undo takes all of it back', async () => {
  const grist = await openNew();
  await grist.panel.getByText(/^HighLevel ID holds contact ids, in \d+ rows$/).waitFor();
  await grist.panel.getByRole('checkbox', { name: 'Keep City in sync with City' }).uncheck();
  await grist.panel.getByRole('button', { name: 'Use this table' }).click();
  await isUpToDate(grist);
  await grist.selectRow(4);
  await showsTitle(grist, (await grist.cell('Contacts', 4, 'Name')) as string);
  const { columnsMapping } = await settingsOf(grist);
  expect(columnsMapping).toMatchObject({ email: expect.any(Number), phone: expect.any(Number) });
  expect(columnsMapping).not.toHaveProperty('city');

  await grist.page.keyboard.press('Control+z');
  await showsTitle(grist, 'Set up this document');
  expect(await grist.cell('_grist_Views_section', await customSection(grist), 'linkSrcSectionRef')).toBe(0);
});

test('a panel that follows no table says so, and one press links it', async () => {
  const grist = await openGrist({ alone: true });
  await isUpToDate(grist);
  expect(await grist.panel.getByText(/^This section follows no table/).count()).toBe(0);
  const section = await customSection(grist);
  await grist.apply(['UpdateRecord', '_grist_Views_section', section, { linkSrcSectionRef: 0 }]);
  await grist.panel.getByRole('button', { name: 'Follow the table' }).click();
  await grist.panel.getByText(/^This section follows no table/).waitFor({ state: 'detached' });
  await grist.selectRow(4);
  await showsTitle(grist, (await grist.cell('Contacts', 4, 'Name')) as string);
});

test('a table without contact ids gets a column for them', async () => {
  const grist = await openNew();
  await grist.apply(['RemoveColumn', 'Contacts', 'HighLevel_ID']);
  await grist.panel.getByText('No column holds contact ids: HighLevel ID is added').waitFor();
  await grist.panel.getByRole('button', { name: 'Use this table' }).click();
  await grist.panel.getByRole('heading', { name: 'Set up this document' }).waitFor({ state: 'detached' });
  const { ContactId } = (await settingsOf(grist)).columnsMapping;
  expect(await grist.cell('_grist_Tables_column', ContactId, 'label')).toBe('HighLevel ID');
  await grist.selectRow(1);
  await grist.page.keyboard.press('Control+z');
  await showsTitle(grist, 'Set up this document');
  await expect.poll(() => grist.findRow('_grist_Tables_column', 'id', ContactId)).toBe(0);
});

test('starting fresh makes tables and pages whose panels follow them', async () => {
  const grist = await openNew();
  const tablesBefore = await grist.column('_grist_Tables', 'tableId');
  await grist.panel.getByRole('button', { name: 'Start fresh' }).click();
  await showsTitle(grist, 'Ready: open the page');
  expect(await grist.column('_grist_Tables', 'tableId')).toEqual([
    ...tablesBefore,
    ...['Contacts2', 'Tasks2', 'Notes2', 'Appointments2'],
  ]);
  // Of two pages of a name the second is the new one.
  await grist.page.locator('.test-docpage-label', { hasText: 'Contacts' }).nth(1).click();
  await grist.page.locator('.test-viewlayout-section-4').waitFor({ state: 'detached' });
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  await grist.apply(['AddRecord', 'Contacts2', null, { Name: 'Ada', HighLevel_ID: contactId }]);
  await grist.page.locator('.gridview_row .field').first().click();
  await showsTitle(grist, (await grist.cell('Contacts', 1, 'Name')) as string);

  await grist.page.locator('.test-docpage-label', { hasText: 'Tasks' }).nth(1).click();
  await grist.apply(['AddRecord', 'Tasks2', null, { Title: 'Call back', Contact: 1 }]);
  await grist.page.locator('.gridview_row .field', { hasText: 'Call back' }).click();
  await showsTitle(grist, (await grist.cell('Contacts', 1, 'Name')) as string);
});

test('one undo removes what was made fresh', async () => {
  const grist = await openNew();
  const tablesBefore = await grist.column('_grist_Tables', 'tableId');
  await grist.panel.getByRole('button', { name: 'Start fresh' }).click();
  await showsTitle(grist, 'Ready: open the page');
  await grist.selectRow(2);
  await grist.page.keyboard.press('Control+z');
  await expect.poll(() => grist.column('_grist_Tables', 'tableId')).toEqual(tablesBefore);
});
