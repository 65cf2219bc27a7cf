import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, noteUnder } from '../helpers/panel.ts';

test('a note typed over a name in the grid waits under its field, and is taken back there', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await field(grist, 'name');
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const name = (await grist.cell('Contacts', 1, 'Name')) as string;
  const note = `${name} called; wants an offer by Tuesday`;
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Name: note }]);
  const waiting = noteUnder(grist, 'name');
  await waiting.getByText('Send it?').waitFor();
  expect((await getContact(highLevelOf(grist), contactId)).name).toBe(name);
  await waiting.getByRole('button', { name: 'Use HighLevel’s' }).click();
  await eventually(() => grist.cell('Contacts', 1, 'Name')).toBe(name);
  expect((await getContact(highLevelOf(grist), contactId)).name).toBe(name);
  await isUpToDate(grist);
});
