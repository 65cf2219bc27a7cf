import { beforeEach, expect, test, vi } from 'vitest';
import { deleteContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** HighLevel answers 400 for a contact that it no longer knows, deleted or merged. */
async function start() {
  const bench = await startPanel();
  await pass(1_000);
  const row = bench.grist.row(1);
  await deleteContact(bench.api, bench.contactIds[1]!);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(2_000);
  return { ...bench, row };
}

test('a save to a contact that is gone is given back with the reason, and told in the log', async () => {
  const { field, memory } = await start();
  expect(field('city')).toMatchObject({ draft: 'Nairobi', mark: 'failed', failure: { code: 'not-found' } });
  expect(memory.entries().at(-1)).toMatchObject({ what: 'city', to: 'Nairobi', result: 'refused' });
});

test('once it is known to be gone, nothing is asked of it again, and its row stays as it was', async () => {
  const { panel, grist, row, requests } = await start();
  panel.refresh();
  await pass(2_000);
  expect(panel.screen.value.kind).toBe('unknown-contact');
  requests();
  await pass(600_000);
  expect(requests()).toEqual([]);
  expect(grist.row(1)).toEqual(row);
  expect(grist.bundles).toEqual([]);
});
