import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, noteUnder, saveField, typeInto } from '../helpers/panel.ts';
import { bodiesOf } from '../helpers/sent-bodies.ts';

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
  const bodies = bodiesOf(grist);
  await saveField(grist, 'phone', '+44 20 7946 0182');
  await eventually(async () => (await inHighLevel()).phone).toBe('+442079460182');
  await eventually(() => grist.cell('Contacts', 1, 'Phone')).toBe('+442079460182');
  await grist.page.locator('.gridview_row').first().getByText('+442079460182').waitFor();
  expect(await (await field(grist, 'phone')).textContent()).toBe('+442079460182');
  expect(bodies).toEqual([{ phone: '+44 20 7946 0182' }]);
});

test('a saved value is in its place with the next frame, long before HighLevel answers', async () => {
  const { grist } = await openFirstRow();
  grist.demo.sandbox.faults.add('latency', { method: 'PUT', ms: 1500 });
  const input = await typeInto(grist, 'city', 'Eldoret');
  await input.evaluate((element) => {
    const isShown = () => document.querySelector('[data-field="city"]')?.textContent === 'Eldoret';
    const until = async () => {
      let frames = 0;
      for (; !isShown() && frames < 100; frames++) await new Promise(requestAnimationFrame);
      return frames;
    };
    element.addEventListener('keydown', () => Object.assign(window, { frames: until() }), { capture: true });
  });
  await input.press('Enter');
  const frame = await grist.panelFrame();
  expect(await frame.evaluate(() => (window as unknown as { frames: Promise<number> }).frames)).toBeLessThanOrEqual(1);
  expect(grist.demo.sandbox.requests.some(({ method, status }) => method === 'PUT' && status === 200)).toBe(false);
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
  const city = await field(grist, 'city');
  expect(await city.textContent()).toBe(before);
  expect(await city.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(writes()).toBe(0);
});

test('a refused value stays as a draft with the reason and the old value, also over a change of row, and goes with Undo', async () => {
  const { grist, inHighLevel } = await openFirstRow();
  const before = await inHighLevel();
  grist.demo.sandbox.faults.add('server-error', { method: 'PUT', path: '/contacts/', status: 422 });
  await saveField(grist, 'city', 'Atlantis');
  const note = noteUnder(grist, 'city');
  await note.getByText(`HighLevel still has ${before.city}.`).waitFor();
  await grist.selectRow(3);
  await grist.selectRow(1);
  await note.waitFor();
  expect(await (await field(grist, 'city')).textContent()).toBe('Atlantis');
  expect((await inHighLevel()).city).toBe(before.city);
  expect(await grist.cell('Contacts', 1, 'City')).toBe(before.city);
  await grist.panel.locator('.field-note').getByRole('button', { name: 'Undo' }).click();
  await (await field(grist, 'city')).filter({ hasText: before.city }).waitFor();
});
