import { test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, saveField } from '../helpers/panel.ts';

test('Ctrl+Z in Grist takes back the cell in one step, and HighLevel follows', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const phone = await grist.cell('Contacts', 1, 'Phone');
  await saveField(grist, 'phone', '+44 20 7946 0182');
  await eventually(() => grist.cell('Contacts', 1, 'Phone')).toBe('+442079460182');
  await grist.selectRow(1);
  await grist.page.keyboard.press('Control+z');
  await eventually(() => grist.cell('Contacts', 1, 'Phone')).toBe(phone);
  await eventually(async () => (await getContact(highLevelOf(grist), contactId)).phone).toBe(phone);
  await isUpToDate(grist);
});
