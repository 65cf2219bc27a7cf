import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** The city comes from a formula, and both sides agreed on it. */
async function start() {
  const bench = await startPanel({ computed: ['city'] });
  await pass(500);
  return bench;
}

test('what a formula says is sent to HighLevel', async () => {
  const { grist, contact } = await start();
  grist.change(1, { values: { city: 'Eldoret' } });
  await pass(500);
  expect((await contact(1)).city).toBe('Eldoret');
});

test('a change in HighLevel is never tried on a formula, and both values stay to be seen', async () => {
  const { panel, grist, field, api, contactIds, memory } = await start();
  const { city } = grist.row(1).values;
  await updateContact(api, contactIds[1]!, { city: 'Kisumu' });
  panel.refresh();
  await pass(2_000);
  expect(field('city')).toMatchObject({ value: 'Kisumu', mark: 'differs', inGrist: city });
  expect(grist.bundles).toEqual([]);
  expect(memory.entries()).toEqual([]);
});

test('other columns of the row keep going both ways', async () => {
  const { panel, grist, api, contactIds } = await start();
  await updateContact(api, contactIds[1]!, { city: 'Kisumu', source: 'referral' });
  panel.refresh();
  await pass(2_000);
  expect(grist.bundles).toMatchObject([{ values: { source: 'referral' } }]);
});
