import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate } from '../helpers/panel.ts';

/** Row 1 has agreed with HighLevel; then somebody changes the phone there, and somebody else the cell. */
async function start() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await field(grist, 'phone');
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const inHighLevel = async () => (await getContact(highLevelOf(grist), contactId)).phone;
  const inGrist = () => grist.cell('Contacts', 1, 'Phone');
  return { grist, contactId, inHighLevel, inGrist };
}

test('an edit in the grid reaches HighLevel by itself', async () => {
  const { grist, inHighLevel } = await start();
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Phone: '+442079460182' }]);
  await eventually(inHighLevel).toBe('+442079460182');
  await isUpToDate(grist);
});

test('a change in HighLevel reaches the cell by itself', async () => {
  const { grist, contactId, inGrist } = await start();
  await updateContact(highLevelOf(grist), contactId, { phone: '+442079460183' });
  await grist.panel.getByRole('button', { name: 'Refresh' }).click();
  await eventually(inGrist).toBe('+442079460183');
  await isUpToDate(grist);
});

test('what both changed waits for a person while the rest is merged, and one key settles it on both sides', async () => {
  const { grist, contactId, inHighLevel, inGrist } = await start();
  const theirs = { phone: '+442079460184', source: 'Trade fair', city: 'Thika' };
  await updateContact(highLevelOf(grist), contactId, theirs);
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Phone: '+442079460185', State: 'Bavaria', City: 'Thika' }]);
  const card = grist.panel.getByRole('region', { name: 'Phone' });
  await card.waitFor();
  await grist.panel.getByText('1 field needs a decision').waitFor();
  expect([await inHighLevel(), await inGrist()]).toEqual(['+442079460184', '+442079460185']);
  await eventually(() => grist.cell('Contacts', 1, 'Source')).toBe('Trade fair');
  const there = () => getContact(highLevelOf(grist), contactId);
  await eventually(async () => (await there()).state).toBe('Bavaria');
  await card.getByRole('button', { name: /^In Grist/ }).focus();
  await grist.page.keyboard.press('2');
  await eventually(inHighLevel).toBe('+442079460185');
  expect(await inGrist()).toBe('+442079460185');
  await isUpToDate(grist);
  expect(await there()).toMatchObject({ ...theirs, phone: '+442079460185', state: 'Bavaria' });
  // The other hand's, the region, and the choice: what both changed alike is nobody's to write, and no echo is.
  expect(grist.demo.sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(3);
});
