import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Row 1 was shown once, so both sides have agreed on what it holds. */
async function start(setup: PanelSetup = {}) {
  const bench = await startPanel(setup);
  await pass(500);
  const inHighLevel = (changes: Parameters<typeof updateContact>[2]) =>
    updateContact(bench.api, bench.contactIds[1]!, changes);
  return { ...bench, inHighLevel };
}

test('what a person saves while an edit of the grid is carried over is not lost', async () => {
  const { grist, panel, inHighLevel, contact, memory } = await start();
  const release = grist.hold('writeRow');
  await inHighLevel({ source: 'referral' });
  grist.change(1, { values: { city: 'Eldoret' } });
  await pass(100);
  panel.fields.save('city', 'Nairobi');
  release();
  await pass(2_000);
  expect((await contact(1)).city).toBe('Nairobi');
  expect(grist.row(1).values).toMatchObject({ city: 'Nairobi', source: 'referral' });
  expect(memory.entries().some(({ from }) => from === 'Eldoret')).toBe(true);
});

test('what could not flow when it was seen flows when that has passed', async () => {
  const { grist, panel, inHighLevel, memory } = await start();
  await inHighLevel({ city: 'Kisumu' });
  const read = vi.spyOn(memory.state, 'readBase').mockRejectedValue(new TypeError('offline'));
  panel.refresh();
  await pass(2_000);
  expect(grist.row(1).values.city).not.toBe('Kisumu');
  read.mockRestore();
  await pass(60_000);
  expect(grist.row(1).values.city).toBe('Kisumu');
});

test('a cell that an access rule closes keeps no other cell from its value', async () => {
  const { grist, panel, inHighLevel, field } = await start({ closed: ['city'] });
  await inHighLevel({ city: 'Kisumu', source: 'referral' });
  panel.refresh();
  await pass(2_000);
  expect(grist.row(1).values.source).toBe('referral');
  expect(field('source').mark).toBe('none');
  expect(field('city')).toMatchObject({ draft: null, failure: null });
});

test('a formula of which Grist says nothing until it refuses a value only sends from then on', async () => {
  const { grist, panel, inHighLevel, field, contact } = await start({ computed: ['city'], isStructureHidden: true });
  const { city } = grist.row(1).values;
  await inHighLevel({ city: 'Kisumu', source: 'referral' });
  panel.refresh();
  await pass(2_000);
  expect(grist.row(1).values.source).toBe('referral');
  expect(field('city')).toMatchObject({ value: 'Kisumu', mark: 'differs', inGrist: city });
  grist.change(1, { values: { city: 'Eldoret' } });
  await pass(2_000);
  panel.fields.resolve('city', 'grist', false);
  await pass(2_000);
  expect((await contact(1)).city).toBe('Eldoret');
});
