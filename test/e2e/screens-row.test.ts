import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { showsTitle } from '../helpers/panel.ts';

test('the blank row is a new row', async () => {
  const grist = await openGrist();
  await grist.moveTo('new');
  await showsTitle(grist, 'New row');
});

test('a table without rows, which a viewer cannot fill, asks for a row', async () => {
  const grist = await openGrist({ readOnly: true });
  const rows = Array.from({ length: 200 }, (_, index) => index + 1);
  await grist.apply(['BulkRemoveRecord', 'Contacts', rows]);
  await showsTitle(grist, 'Select a row');
});

test('a row without a contact id is named, and who it may be is asked', async () => {
  const grist = await openGrist();
  await grist.selectRow(7);
  await showsTitle(grist, `Is this ${await grist.cell('Contacts', 7, 'Name')}?`);
});

test('an id that HighLevel no longer knows leaves the row as it is', async () => {
  const grist = await openGrist();
  const contactId = (await grist.cell('Contacts', 10, 'HighLevel_ID')) as string;
  await grist.selectRow(10);
  await showsTitle(grist, 'Not in HighLevel any more');
  await grist.panel.getByText(contactId).waitFor();
  expect(await grist.cell('Contacts', 10, 'HighLevel_ID')).toBe(contactId);
});

test('writing a contact id into a row links it', async () => {
  const grist = await openGrist();
  const contactId = await grist.cell('Contacts', 3, 'HighLevel_ID');
  await grist.selectRow(7);
  await showsTitle(grist, /^Is this/);
  await grist.apply(['UpdateRecord', 'Contacts', 7, { HighLevel_ID: contactId }]);
  await showsTitle(grist, (await grist.cell('Contacts', 3, 'Name')) as string);
});
