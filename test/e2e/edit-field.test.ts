import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, noteUnder, saveField, typeInto } from '../helpers/panel.ts';

async function openFirstRow() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const inHighLevel = () => getContact(highLevelOf(grist), contactId);
  return { grist, inHighLevel };
}

test('an edited phone number reaches HighLevel and the cell of the row', async () => {
  const { grist, inHighLevel } = await openFirstRow();
  await saveField(grist, 'phone', '+44 20 7946 0182');
  await eventually(async () => (await inHighLevel()).phone).toBe('+442079460182');
  await eventually(() => grist.cell('Contacts', 1, 'Phone')).toBe('+442079460182');
  await grist.page.locator('.gridview_row').first().getByText('+442079460182').waitFor();
  expect(await (await field(grist, 'phone')).textContent()).toBe('+442079460182');
});

test('a first name changes the full name on both sides', async () => {
  const { grist, inHighLevel } = await openFirstRow();
  const { lastName } = await inHighLevel();
  await saveField(grist, 'firstName', 'Wilhelmina');
  await eventually(() => grist.cell('Contacts', 1, 'First_name')).toBe('Wilhelmina');
  await eventually(() => grist.cell('Contacts', 1, 'Name')).toBe(`Wilhelmina ${lastName}`);
  expect((await inHighLevel()).name).toBe(`Wilhelmina ${lastName}`);
});

test('Esc changes nothing on either side', async () => {
  const { grist } = await openFirstRow();
  const before = await grist.cell('Contacts', 1, 'City');
  const writes = () => grist.demo.sandbox.requests.filter(({ method }) => method === 'PUT').length;
  await (await typeInto(grist, 'city', 'Nowhere')).press('Escape');
  await grist.whenIdle();
  expect(await (await field(grist, 'city')).textContent()).toBe(before);
  expect(writes()).toBe(0);
});

test('a refused value stays as a draft with the reason, also over a change of row', async () => {
  const { grist, inHighLevel } = await openFirstRow();
  const before = await inHighLevel();
  grist.demo.sandbox.faults.add('server-error', { method: 'PUT', path: '/contacts/', status: 422 });
  await saveField(grist, 'city', 'Atlantis');
  const note = noteUnder(grist, 'city');
  await note.waitFor();
  await grist.selectRow(3);
  await grist.selectRow(1);
  await note.waitFor();
  expect(await (await field(grist, 'city')).textContent()).toBe('Atlantis');
  expect((await inHighLevel()).city).toBe(before.city);
  expect(await grist.cell('Contacts', 1, 'City')).toBe(before.city);
});
