import { expect, test } from 'vitest';
import { createContact, deleteContact, getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, noteUnder, saveField, showsTitle } from '../helpers/panel.ts';

test('a contact that is merged away while somebody works on it leaves the row as it was, and its heir is offered', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const { panel, demo } = grist;
  const api = highLevelOf(grist);
  const cell = (column: string) => grist.cell('Contacts', 1, column) as Promise<string>;
  const [contactId, name, city] = await Promise.all(['HighLevel_ID', 'Name', 'City'].map(cell));
  const { email } = await getContact(api, contactId!);
  await deleteContact(api, contactId!);
  const heir = await createContact(api, demo.sandbox.info.locationId, { email, firstName: 'Merged', lastName: 'Anew' });

  await saveField(grist, 'city', 'Atlantis');
  await noteUnder(grist, 'city').waitFor();
  expect(await (await field(grist, 'city')).textContent()).toBe('Atlantis');
  await panel.getByRole('button', { name: 'Refresh' }).click();
  await showsTitle(grist, 'Not in HighLevel any more');
  expect([await cell('HighLevel_ID'), await cell('Name'), await cell('City')]).toEqual([contactId, name, city]);
  await panel.getByRole('region', { name: 'It may have been merged into:' }).getByText('Merged Anew').waitFor();
  const asked = () => demo.sandbox.requests.filter(({ path }) => path.includes(contactId!)).length;
  const count = asked();
  await panel.getByRole('button', { name: 'Link: Merged Anew' }).click();
  await eventually(() => cell('HighLevel_ID')).toBe(heir.id);
  expect(asked()).toBe(count);
});
