import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { listCustomFields } from '../../highlevel/custom-fields.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGristPage } from '../helpers/grist.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import {
  highLevelOf,
  isUpToDate,
  noteUnder,
  saveField,
  showsTitle,
  title,
  toastSays,
  typeInto,
} from '../helpers/panel.ts';
import { patience } from '../helpers/patience.ts';

/** A custom field by its name in HighLevel. */
async function customField(grist: OpenGrist, wanted: string) {
  const fields = await listCustomFields(highLevelOf(grist), grist.demo.sandbox.info.locationId);
  const { id } = fields.find(({ name }) => name === wanted)!;
  return { id, key: `custom:${id}` as const };
}

async function openFirstRow() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  return grist;
}

test('two tabs of one person: no letter is lost to what the other saves, and nothing is overwritten without a choice', async () => {
  const grist = await openFirstRow();
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const page = await grist.page.context().newPage();
  page.setDefaultTimeout(patience);
  const other = { ...grist, ...(await openGristPage(page, grist.demo.url)) };
  await isUpToDate(other);
  // Fields without a column: each of these two tabs has a copy of the document to itself.
  const [policy, line] = [await customField(grist, 'Policy number'), await customField(grist, 'Direct line')];
  const inHighLevel = async () => (await getContact(highLevelOf(grist), contactId)).customFields[policy.id];
  const input = await typeInto(other, policy.key, 'PN-1');
  await saveField(grist, policy.key, 'PN-7');
  await saveField(grist, line.key, '+442079460199');
  await other.panel.locator(`[data-field="${line.key}"]`, { hasText: '0199' }).waitFor();
  await page.keyboard.type('234');
  expect(await input.inputValue()).toBe('PN-1234');
  await page.keyboard.press('Enter');
  await noteUnder(other, policy.key).filter({ hasText: 'PN-7' }).waitFor();
  expect(await inHighLevel()).toBe('PN-7');
  await noteUnder(other, policy.key).getByRole('button', { name: 'Use mine' }).click();
  await eventually(inHighLevel).toBe('PN-1234');
  const writes = grist.demo.sandbox.requests.filter(({ method }) => method === 'PUT');
  expect(writes).toHaveLength(3);
});

test('text that is being typed is not replaced by the grid, and reaches no other row when the cursor moves or the row goes', async () => {
  const grist = await openFirstRow();
  const { contacts } = grist.demo.sandbox.state.locations.get(grist.demo.sandbox.info.locationId)!;
  const ids = await Promise.all([1, 2, 3].map((row) => grist.cell('Contacts', row, 'HighLevel_ID') as Promise<string>));
  const inHighLevel = () => ids.map((id) => contacts.get(id)?.city);
  const [, second, third] = inHighLevel();
  const input = await typeInto(grist, 'city', 'Nai');
  await grist.apply(['UpdateRecord', 'Contacts', 1, { City: 'Thika', Source: 'Fair' }]);
  await grist.panel.locator('[data-field="source"]', { hasText: 'Fair' }).waitFor();
  await grist.page.keyboard.type('robi');
  expect(await input.inputValue()).toBe('Nairobi');
  await grist.moveTo(2);
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  await eventually(inHighLevel).toEqual(['Nairobi', second, third]);
  expect(await grist.cell('Contacts', 1, 'City')).toBe('Thika');

  await isUpToDate(grist);
  const name = (await grist.cell('Contacts', 2, 'Name')) as string;
  await typeInto(grist, 'city', 'Momb');
  await grist.apply(['RemoveRecord', 'Contacts', 2]);
  await title(grist).filter({ hasNotText: name }).waitFor();
  await toastSays(grist.panel, 'The row was deleted. What you typed is in Settings, under Activity.');
  // The log has what was typed, and that it went nowhere.
  await grist.panel.getByRole('button', { name: 'More actions' }).click();
  await grist.panel.getByRole('menuitem', { name: 'Settings' }).click();
  await grist.panel.getByRole('tab', { name: 'Activity' }).click();
  await grist.panel.locator('.log-row', { hasText: /→ Momb.*Refused/s }).waitFor();
  expect(inHighLevel()).toEqual(['Nairobi', second, third]);
  expect(await grist.cell('Contacts', 3, 'City')).toBe(third);
});
