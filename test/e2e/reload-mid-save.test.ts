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
  const { city } = await getContact(highLevelOf(grist), contactId);
  return { grist, city, inHighLevel: async () => (await getContact(highLevelOf(grist), contactId)).city };
}

const saves = (url: URL) => /\/api\/highlevel\/contacts\/\w+$/.test(url.pathname);

test('a save that HighLevel made although its answer was cut by a reload is finished in Grist', async () => {
  const { grist, inHighLevel } = await openFirstRow();
  await grist.page.route(saves, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await route.fetch();
    // The answer stays away.
  });
  await saveField(grist, 'city', 'Atlantis');
  await eventually(inHighLevel).toBe('Atlantis');
  await grist.page.reload();
  await grist.page.unrouteAll();
  await eventually(() => grist.cell('Contacts', 1, 'City')).toBe('Atlantis');
  await isUpToDate(grist);
});

test('a save that never reached HighLevel comes back as a draft with its reason', async () => {
  const { grist, city, inHighLevel } = await openFirstRow();
  let sent = 0;
  await grist.page.route(saves, (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    sent++;
  });
  await saveField(grist, 'city', 'Atlantis');
  await eventually(() => sent).toBe(1);
  await grist.page.reload();
  await grist.page.unrouteAll();
  await noteUnder(grist, 'city').filter({ hasText: 'The page closed before HighLevel answered' }).waitFor();
  expect(await (await field(grist, 'city')).textContent()).toBe('Atlantis');
  expect(await inHighLevel()).toBe(city);
  expect(await grist.cell('Contacts', 1, 'City')).toBe(city);
  await noteUnder(grist, 'city').getByRole('button', { name: 'Try again' }).click();
  await eventually(inHighLevel).toBe('Atlantis');
  await eventually(() => grist.cell('Contacts', 1, 'City')).toBe('Atlantis');
});

test('text that was typed and not saved survives a reload', async () => {
  const { grist, city, inHighLevel } = await openFirstRow();
  await typeInto(grist, 'city', 'Atlant');
  await grist.page.reload();
  await noteUnder(grist, 'city').filter({ hasText: 'Not saved yet' }).waitFor();
  expect(await (await field(grist, 'city')).textContent()).toBe('Atlant');
  expect(await inHighLevel()).toBe(city);
});
