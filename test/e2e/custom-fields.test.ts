import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { type CustomFieldKind, listCustomFields } from '../../highlevel/custom-fields.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate } from '../helpers/panel.ts';
import { joinColumn } from '../helpers/section.ts';
import { bodiesOf } from '../helpers/sent-bodies.ts';

async function openFirstRow() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  // Opens the details.
  await field(grist, 'phone');
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const fields = await listCustomFields(api, grist.demo.sandbox.info.locationId);
  const empty = grist.panel.getByRole('button', { name: /^Show \d+ empty$/ });
  if (await empty.isVisible()) await empty.click();
  return {
    grist,
    async open(kind: CustomFieldKind) {
      const { id, name } = fields.find((one) => one.kind === kind)!;
      await grist.panel.locator(`[data-field="custom:${id}"]`).click();
      const there = async () => (await getContact(api, contactId)).customFields[id];
      return { id, name, there };
    },
  };
}

test('each kind of field has its editor, HighLevel gets that field alone, and a reload shows what it has', async () => {
  const { grist, open } = await openFirstRow();
  const { keyboard } = grist.page;
  const bodies = bodiesOf(grist);
  const typed: [CustomFieldKind, () => Promise<void>, unknown][] = [
    ['text', () => fill('PN-7'), 'PN-7'],
    ['number', () => fill('1,250'), 1250],
    ['money', () => fill('18,400.50'), 18_400.5],
    ['phone', () => fill('+442079460182'), '+442079460182'],
    ['single', () => fill('Hot'), 'Hot'],
    ['radio', () => fill('E-mail'), 'E-mail'],
    ['date', () => grist.panel.locator('input[type=date]').fill('2027-01-12'), '2027-01-12'],
    ['checkbox', tickAll, ['Windows', 'Doors', 'Roofing', 'Conservatories']],
    ['multiple', tickAll, ['Survey', 'Fitting', 'Repair', 'Maintenance plan']],
  ];
  async function fill(text: string) {
    await grist.panel.locator('.field input:focus').fill(text);
  }
  async function tickAll() {
    await grist.panel.locator('.boxes input').last().waitFor();
    for (const box of await grist.panel.locator('.boxes input').all()) await box.setChecked(true);
  }
  for (const [kind, type, raw] of typed) {
    const { id, there } = await open(kind);
    bodies.length = 0;
    await type();
    await keyboard.press('Enter');
    await eventually(there).toEqual(raw);
    expect(bodies, kind).toMatchObject([{ customFields: [{ id }] }]);
    expect(Object.keys(bodies[0] as object), kind).toEqual(['customFields']);
  }

  const long = await open('large-text');
  await grist.panel.locator('textarea:focus').fill('One');
  await keyboard.press('Enter');
  await keyboard.type('Two');
  await keyboard.press('Control+Enter');
  await eventually(long.there).toBe('One\nTwo');
  await isUpToDate(grist);

  await (await grist.panelFrame()).evaluate(() => location.reload());
  await isUpToDate(grist);
  await field(grist, 'phone');
  const says = (text: string) => grist.panel.locator('.about', { hasText: text }).waitFor();
  for (const text of ['PN-7', '1,250', '£18,400.50', '12 Jan 2027', 'Conservatories', 'Maintenance plan'])
    await says(text);
  expect(await grist.panel.getByRole('link', { name: /\.pdf$/ }).count()).toBeGreaterThan(0);
});

test('what is no number is kept with the reason and changes nothing', async () => {
  const { grist, open } = await openFirstRow();
  const { id, there } = await open('money');
  const before = await there();
  await grist.page.keyboard.type('a lot');
  await grist.page.keyboard.press('Enter');
  const row = grist.panel.locator('.field', { has: grist.panel.locator(`[data-field="custom:${id}"]`) });
  await row.locator('.field-note--bad').waitFor();
  expect(await there()).toEqual(before);
  await row.getByRole('button', { name: 'Undo' }).click();
  await isUpToDate(grist);
});

test('a column that goes with a custom field follows it, and leads it', async () => {
  const { grist, open } = await openFirstRow();
  const { id, there } = await open('single');
  await grist.page.keyboard.press('Escape');
  await grist.apply(['AddColumn', 'Contacts', 'Quality', { type: 'Text' }]);
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Quality: (await there()) ?? '' }]);
  await joinColumn(grist, 'Contacts', 'Quality', `custom:${id}`);
  await isUpToDate(grist);
  await grist.panel.locator(`[data-field="custom:${id}"]`).click();
  await grist.page.keyboard.type('Hot');
  await grist.page.keyboard.press('Enter');
  await eventually(there).toBe('Hot');
  await eventually(() => grist.cell('Contacts', 1, 'Quality')).toBe('Hot');
  await grist.apply(['UpdateRecord', 'Contacts', 1, { Quality: 'Cold' }]);
  await eventually(there).toBe('Cold');
});
