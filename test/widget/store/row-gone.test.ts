import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Somebody deletes the row in which a person is typing; Grist moves the cursor to another. */
async function start() {
  const bench = await startPanel();
  await pass(1_000);
  const { city } = await bench.contact(1);
  const cells = bench.grist.row(1);
  bench.requests();
  bench.panel.fields.keepDraft('city', 'Nair');
  bench.grist.remove(1);
  bench.grist.select(2);
  await pass(2_000);
  return { ...bench, city, cells };
}

test('text of a row that was deleted meanwhile goes nowhere, and is said to be in the log', async () => {
  const { contact, city, requests, memory, panel, field } = await start();
  expect((await contact(1)).city).toBe(city);
  expect(requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
  expect(memory.entries().at(-1)).toMatchObject({ what: 'city', to: 'Nair', result: 'refused' });
  expect(panel.notices.toast.value?.code).toBe('row-gone');
  expect(field('city').draft).toBeNull();
});

test('the text is there again with its row', async () => {
  const { grist, cells, field } = await start();
  grist.change(1, cells);
  grist.select(1);
  await pass(1_000);
  expect(field('city')).toMatchObject({ draft: 'Nair', mark: 'failed', failure: { code: 'row-gone' } });
});

test('typed once more in another row of the same contact, it is saved', async () => {
  const { grist, cells, contactIds, field, panel, contact } = await start();
  grist.change(3, { ...cells, contactId: contactIds[1]! });
  grist.select(3);
  await pass(1_000);
  expect(field('city').draft).toBe('Nair');
  panel.fields.save('city', 'Nairobi');
  await pass(1_000);
  expect((await contact(1)).city).toBe('Nairobi');
  expect(grist.row(3).values.city).toBe('Nairobi');
});
