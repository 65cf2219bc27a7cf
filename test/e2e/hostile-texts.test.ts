import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { hostileIndex } from '../../sandbox/seed/seed.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, saveField, showsTitle } from '../helpers/panel.ts';

const formula = `=cmd|' /C calc'!A0`;

test('a contact full of scripts, formulas and bad links is shown, edited and kept as it is, and nothing of it runs', async () => {
  const grist = await openGrist();
  const { panel, page, demo } = grist;
  const api = highLevelOf(grist);
  const contactId = demo.sandbox.info.contactIds[hostileIndex] ?? '';
  const before = await getContact(api, contactId);
  const notes = (await listNotes(api, contactId)).map(({ body }) => body);
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const { name: Name, website: Website, companyName: Company, tags } = before;
  const cells = { Name, Website, Company, Tags: ['L', ...tags], City: before.city, HighLevel_ID: contactId };
  await grist.apply(['UpdateRecord', 'Contacts', 1, cells]);
  await showsTitle(grist, before.name);
  await panel.getByText('=cmd()', { exact: true }).first().waitFor();
  await panel.getByText('<b>bold</b>', { exact: true }).first().waitFor();
  expect(await (await field(grist, 'website')).textContent()).toBe(before.website);

  await panel.getByRole('button', { name: /^Notes/ }).click();
  const note = panel.locator('li[data-entry]', { hasText: 'Plans attached' });
  await note.hover();
  await note.getByRole('button', { name: 'Edit' }).click();
  await panel.locator('[contenteditable=true]').waitFor();
  await page.keyboard.press('Escape');
  await saveField(grist, 'city', formula);
  await eventually(() => grist.cell('Contacts', 1, 'City')).toBe(formula);

  const bad = panel.locator(
    'script:not([src]), iframe, [onerror], [onload], [onclick], [href^="javascript" i], img[src="x"]',
  );
  expect(await bad.count()).toBe(0);
  const ran = await Promise.all(page.frames().map((frame) => frame.evaluate(() => '__pwned' in globalThis)));
  expect(ran).not.toContain(true);
  const after = await getContact(api, contactId);
  expect([after.name, after.website, after.companyName, after.tags, after.city]).toEqual([
    ...[before.name, before.website, before.companyName, before.tags],
    formula,
  ]);
  expect((await listNotes(api, contactId)).map(({ body }) => body)).toEqual(notes);
});
