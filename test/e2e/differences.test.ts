import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, saveField } from '../helpers/panel.ts';

/** The settings, on one of their tabs. */
async function openTab(grist: OpenGrist, name: string) {
  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: 'Settings' }).click();
  await grist.panel.getByRole('tab', { name }).click();
}

async function start() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  return grist;
}

const phoneThere = async (grist: OpenGrist, row: number) =>
  (await getContact(highLevelOf(grist), (await grist.cell('Contacts', row, 'HighLevel_ID')) as string)).phone;

test('a table in step says so, what differs later is listed, and each line can be settled', async () => {
  const grist = await start();
  const { panel } = grist;
  await openTab(grist, 'Check');
  await panel.getByRole('button', { name: 'Check now' }).click();
  await panel.getByText(/^Checked/).waitFor();
  const before = await panel.getByRole('region', { name: 'Check the table' }).innerText();
  expect(before).toMatch(/0 of \d+ rows differ/);

  const contactId = (await grist.cell('Contacts', 3, 'HighLevel_ID')) as string;
  await updateContact(highLevelOf(grist), contactId, { phone: '+442079460184' });
  await grist.apply(['UpdateRecord', 'Contacts', 3, { Phone: '+442079460185' }]);
  await panel.getByRole('button', { name: 'Check again' }).click();
  await panel.getByRole('button', { name: /^Use Grist’s: Phone/ }).waitFor();
  await panel.getByText(/^Checked/).waitFor();
  await panel.getByRole('button', { name: /^Use Grist’s: Phone/ }).click();
  await eventually(() => phoneThere(grist, 3)).toBe('+442079460185');
  await panel.getByText('0 of').waitFor();
  expect(await grist.cell('Contacts', 3, 'Phone')).toBe('+442079460185');
});

test('a row of the list can be shown in the panel', async () => {
  const grist = await start();
  const { panel } = grist;
  const name = (await grist.cell('Contacts', 4, 'Name')) as string;
  await grist.apply(['UpdateRecord', 'Contacts', 4, { Phone: '+442079460186' }]);
  await openTab(grist, 'Check');
  await panel.getByRole('button', { name: 'Check now' }).click();
  await panel.getByRole('button', { name: `Show ${name}` }).click();
  await panel.getByRole('heading', { level: 1, name }).waitFor();
});

test('the history tells what was done, and its log goes into a table once', async () => {
  const grist = await start();
  const { panel } = grist;
  await field(grist, 'phone');
  await saveField(grist, 'phone', '+44 20 7946 0182');
  await isUpToDate(grist);
  await panel.getByRole('button', { name: 'History' }).click();
  await panel.getByRole('region', { name: 'Today' }).getByText('+44 20 7946 0182').waitFor();

  await openTab(grist, 'Activity');
  await panel.getByRole('button', { name: 'Copy into a table' }).click();
  await panel.getByText('1 entry added to HighLevel_Activity.').waitFor();
  await panel.getByRole('button', { name: 'Copy into a table' }).click();
  await panel.getByText(/already has everything/).waitFor();
  expect(await grist.cell('HighLevel_Activity', 1, 'After')).toBe('+44 20 7946 0182');
  expect(
    await grist.cell('_grist_Tables_column', await grist.findRow('_grist_Tables_column', 'colId', 'Time'), 'type'),
  ).toMatch(/^DateTime:/);
});
