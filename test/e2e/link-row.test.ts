import { expect, test } from 'vitest';
import { findDuplicate } from '../../highlevel/contact-search.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, showsTitle } from '../helpers/panel.ts';

/** Rows of the demo: one whose e-mail HighLevel knows, one whose phone, one whose contact was deleted, one it never saw. */
const [sameEmail, gone, samePhone, unknown] = [7, 10, 14, 18];

const idOf = (grist: OpenGrist, row: number) => grist.cell('Contacts', row, 'HighLevel_ID');
const link = ({ panel }: OpenGrist, name: string) => panel.getByRole('button', { name: `Link: ${name}`, exact: true });

async function open(row: number) {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await grist.selectRow(row);
  const cell = async (column: string) => (await grist.cell('Contacts', row, column)) as string;
  const { locationId } = grist.demo.sandbox.info;
  const inHighLevel = async (address: { email: string } | { phone: string }) =>
    (await findDuplicate(highLevelOf(grist), { locationId, ...address }))?.id;
  return { grist, cell, inHighLevel };
}

test('a row is linked to the contact with its e-mail, and Ctrl+Z takes back the link and what it filled, in the row alone', async () => {
  const { grist, cell, inHighLevel } = await open(sameEmail);
  const name = await cell('Name');
  await showsTitle(grist, `Is this ${name}?`);
  await grist.panel.getByText('Same email').waitFor();
  await link(grist, name).click();
  await showsTitle(grist, name);
  await eventually(() => idOf(grist, sameEmail)).toBe(await inHighLevel({ email: await cell('Email') }));
  await isUpToDate(grist);
  const contactId = (await idOf(grist, sameEmail)) as string;
  const { phone } = await getContact(highLevelOf(grist), contactId);
  await grist.selectRow(sameEmail);
  // HighLevel's phone filled the empty cell: a step of its own.
  await grist.page.keyboard.press('Control+z');
  await eventually(() => cell('Phone')).toBe('');
  await grist.panel.getByText('1 field differs').waitFor();
  await grist.page.keyboard.press('Control+z');
  await eventually(() => idOf(grist, sameEmail)).toBe('');
  await showsTitle(grist, `Is this ${name}?`);
  expect((await getContact(highLevelOf(grist), contactId)).phone).toBe(phone);
});

test('L links the row to the contact with its phone', async () => {
  const { grist, cell, inHighLevel } = await open(samePhone);
  await grist.panel.getByText('Same phone').waitFor();
  await grist.panel.getByRole('heading', { level: 1 }).click();
  await grist.page.keyboard.press('l');
  await eventually(() => idOf(grist, samePhone)).toBe(await inHighLevel({ phone: await cell('Phone') }));
});

test('a contact that is searched for and has a row is linked only when that is meant', async () => {
  const { grist } = await open(unknown);
  const [name, email] = [await grist.cell('Contacts', 3, 'Name'), await grist.cell('Contacts', 3, 'Email')];
  await grist.panel.getByRole('searchbox').fill(email as string);
  await grist.panel.getByText('Linked to row 3', { exact: true }).waitFor();
  await link(grist, name as string)
    .first()
    .click();
  await grist.panel.getByText('Row 3 has this contact already.').waitFor();
  expect(await idOf(grist, unknown)).toBe('');
  await grist.panel.getByRole('button', { name: 'Link anyway' }).click();
  await eventually(() => idOf(grist, unknown)).toBe(await idOf(grist, 3));
});

test('the link to a contact that is gone is cleared, and the clearing undone', async () => {
  const { grist } = await open(gone);
  const contactId = await idOf(grist, gone);
  await grist.panel.getByRole('button', { name: 'Clear the link' }).click();
  await eventually(() => idOf(grist, gone)).toBe('');
  await grist.panel.getByText('Link cleared', { exact: true }).first().waitFor();
  await grist.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(() => idOf(grist, gone)).toBe(contactId);
});

test('an e-mail typed into a row finds its contact', async () => {
  const { grist } = await open(unknown);
  await showsTitle(grist, 'No contact matches this row.');
  const email = await grist.cell('Contacts', sameEmail, 'Email');
  await grist.apply(['UpdateRecord', 'Contacts', unknown, { Email: email }]);
  await grist.panel.getByText('Same email').waitFor();
});

test('a viewer sees who may be meant and cannot link', async () => {
  const grist = await openGrist({ readOnly: true });
  await grist.selectRow(sameEmail);
  await grist.panel.getByText('Same email').waitFor();
  expect(await grist.panel.getByRole('button', { name: /^Link/ }).count()).toBe(0);
});

test('the menu of a linked contact leads to another one for its row', async () => {
  const { grist } = await open(1);
  const [before, email] = [await idOf(grist, 1), (await grist.cell('Contacts', sameEmail, 'Email')) as string];
  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: /^Change the linked contact/ }).click();
  await showsTitle(grist, 'Choose the right contact');
  await grist.panel.getByRole('button', { name: 'Cancel' }).click();
  await showsTitle(grist, (await grist.cell('Contacts', 1, 'Name')) as string);

  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: /^Change the linked contact/ }).click();
  await grist.panel.getByRole('searchbox').fill(email);
  await grist.panel
    .getByRole('button', { name: /^Link: / })
    .first()
    .waitFor();
  await grist.panel.getByText('1 contact found').waitFor();
  await grist.panel.getByRole('searchbox').press('Enter');
  await grist.page.keyboard.press('Enter');
  await eventually(() => idOf(grist, 1)).not.toBe(before);
});
