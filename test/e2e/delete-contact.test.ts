import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, showsTitle } from '../helpers/panel.ts';

async function ask() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const name = (await grist.cell('Contacts', 1, 'Name')) as string;
  const isThere = () =>
    getContact(highLevelOf(grist), contactId).then(
      () => true,
      () => false,
    );
  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: 'Delete in HighLevel…' }).click();
  const question = grist.panel.getByRole('alertdialog', { name: `Delete ${name} in HighLevel?` });
  await question.getByText(/will be deleted too\. Your Grist row stays/).waitFor();
  return { grist, contactId, name, isThere, question };
}

test('a deleted contact is gone in HighLevel, and its row stays and is offered a contact', async () => {
  const { grist, name, isThere, question } = await ask();
  const email = await grist.cell('Contacts', 1, 'Email');
  await question.getByRole('button', { name: 'Delete contact' }).click();
  await eventually(isThere).toBe(false);
  await eventually(() => grist.cell('Contacts', 1, 'HighLevel_ID')).toBe('');
  expect([await grist.cell('Contacts', 1, 'Name'), await grist.cell('Contacts', 1, 'Email')]).toEqual([name, email]);
  await showsTitle(grist, /match|linked|Is (this|one)/);
});

test('Keep and Esc keep the contact, and the focus goes back', async () => {
  const { grist, contactId, isThere, question } = await ask();
  await grist.page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await eventually(() =>
    grist.panel.getByRole('button', { name: 'More actions' }).evaluate((button) => button === document.activeElement),
  ).toBe(true);
  expect(await isThere()).toBe(true);
  expect(await grist.cell('Contacts', 1, 'HighLevel_ID')).toBe(contactId);
});
