import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';
import { setSection } from '../helpers/section.ts';

test('too low an access level says how to raise it', async () => {
  const grist = await openGrist();
  await setSection(grist, { access: 'read table' });
  await showsTitle(grist, 'Allow access to this document');
  await setSection(grist, { access: 'full' });
  await isUpToDate(grist);
});

test('without access at all the panel still says so', async () => {
  const grist = await openGrist();
  await setSection(grist, { access: 'none' });
  await showsTitle(grist, 'Allow access to this document');
});

test('a section without a column mapping offers to set it up', async () => {
  const grist = await openGrist();
  await setSection(grist, { columnsMapping: null });
  await showsTitle(grist, 'Set up this document');
});

test('a contact id column that is removed is asked for again', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  await grist.apply(['RemoveColumn', 'Contacts', 'HighLevel_ID']);
  await showsTitle(grist, 'Set up this document');
  await grist.panel.getByRole('button', { name: 'Set up by hand' }).click();
  expect(await grist.panel.getByText('CONTACT ID').first().isVisible()).toBe(true);
});
