import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, toastSays } from '../helpers/panel.ts';

test('what is typed in the grid is said when HighLevel has it, and undone on both sides', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const city = (await grist.cell('Contacts', 1, 'City')) as string;
  const there = async () => (await getContact(highLevelOf(grist), contactId)).city;
  await grist.apply(['UpdateRecord', 'Contacts', 1, { City: 'Eldoret' }]);
  await toastSays(grist.panel, 'City sent to HighLevel');
  expect(await there()).toBe('Eldoret');
  await grist.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(there).toBe(city);
  await eventually(() => grist.cell('Contacts', 1, 'City')).toBe(city);
  await isUpToDate(grist);
});
