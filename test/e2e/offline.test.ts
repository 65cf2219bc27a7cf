import { expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { openGristPage } from '../helpers/grist.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, saveField, showsTitle } from '../helpers/panel.ts';
import { patience } from '../helpers/patience.ts';

const rows = [1, 2, 3, 4];
const fields = ['city', 'source', 'state', 'postalCode', 'address1'] as const;
const text = (row: number, key: string) => `${key} ${row}`;

test('twenty edits made offline outlive their tab, and each is made once when the network is back', async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  const { page, panel, demo } = grist;
  const ids = await Promise.all(rows.map((row) => grist.cell('Contacts', row, 'HighLevel_ID') as Promise<string>));
  for (const row of rows) {
    await grist.moveTo(row);
    await showsTitle(grist, (await grist.cell('Contacts', row, 'Name')) as string);
    await isUpToDate(grist);
  }
  await page.context().setOffline(true);
  for (const row of rows) {
    await grist.moveTo(row);
    await showsTitle(grist, (await grist.cell('Contacts', row, 'Name')) as string);
    for (const key of fields) await saveField(grist, key, text(row, key));
  }
  await panel.getByText('20 edits are kept').first().waitFor();
  await page.close();
  await page.context().setOffline(false);

  const next = await page.context().newPage();
  next.setDefaultTimeout(patience);
  const after = { ...grist, ...(await openGristPage(next, demo.url)) };
  // Looked at inside: to ask for it would use up what HighLevel allows.
  const { contacts } = demo.sandbox.state.locations.get(demo.sandbox.info.locationId)!;
  const there = () => ids.flatMap((id) => fields.map((key) => contacts.get(id)?.[key]));
  await eventually(there).toEqual(rows.flatMap((row) => fields.map((key) => text(row, key))));
  await eventually(() => after.cell('Contacts', 4, 'Postcode')).toBe(text(4, 'postalCode'));
  expect(demo.sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(20);
});
