import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { addTags, listTags } from '../../highlevel/tags.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate } from '../helpers/panel.ts';

async function openFirstRow() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const inHighLevel = async () => [...(await getContact(api, contactId)).tags].sort();
  // A list's cell begins with its code.
  const inGrist = async () =>
    [...(((await grist.cell('Contacts', 1, 'Tags')) as string[] | null)?.slice(1) ?? [])].sort();
  const open = () => grist.panel.getByRole('button', { name: 'Add a tag' }).click();
  return { grist, api, contactId, inHighLevel, inGrist, open };
}

test('a new tag reaches HighLevel, the location and the cell, and a cross takes it away again', async () => {
  const { grist, api, inHighLevel, inGrist, open } = await openFirstRow();
  const before = await inHighLevel();
  await open();
  await grist.page.keyboard.type('Oak Lover');
  await grist.panel.getByRole('option', { name: /New tag “oak lover”/ }).waitFor();
  await grist.page.keyboard.press('Enter');
  await eventually(inHighLevel).toEqual([...before, 'oak lover'].sort());
  await eventually(inGrist).toEqual([...before, 'oak lover'].sort());
  expect((await listTags(api, grist.demo.sandbox.info.locationId)).map(({ name }) => name)).toContain('oak lover');
  await grist.page.keyboard.press('Escape');
  await grist.panel.getByRole('button', { name: 'Remove tag oak lover' }).click();
  await eventually(inHighLevel).toEqual(before);
  await eventually(inGrist).toEqual(before);
  await isUpToDate(grist);
});

test('a known tag is picked by its first letters, and tags of other people stay', async () => {
  const { grist, api, contactId, inHighLevel, inGrist, open } = await openFirstRow();
  const before = await inHighLevel();
  const tags = (await listTags(api, grist.demo.sandbox.info.locationId)).map(({ name }) => name);
  const known = tags.find((tag) => !before.includes(tag))!;
  await addTags(api, contactId, ['somebody else’s']);
  await open();
  await grist.panel.getByRole('option', { name: known, exact: true }).waitFor();
  await grist.page.keyboard.type(known);
  await grist.page.keyboard.press('Enter');
  await eventually(inHighLevel).toEqual([...before, known, 'somebody else’s'].sort());
  await eventually(inGrist).toEqual([...before, known, 'somebody else’s'].sort());
});

test('an undo in the panel takes a tag back on both sides', async () => {
  const { grist, inHighLevel, inGrist } = await openFirstRow();
  const before = await inHighLevel();
  await grist.panel
    .getByRole('button', { name: /^Remove tag/ })
    .first()
    .click();
  await eventually(inHighLevel).toHaveLength(before.length - 1);
  await eventually(inGrist).toHaveLength(before.length - 1);
  await grist.panel.getByRole('button', { name: /Undo/ }).first().click();
  await eventually(inHighLevel).toEqual(before);
  await eventually(inGrist).toEqual(before);
});
