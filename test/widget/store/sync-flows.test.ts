import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import type { Binding } from '../../../sync/mapping.ts';
import type { SyncOptions } from '../../../widget/section/port.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const writes = (requests: readonly string[]) => requests.filter((request) => !request.startsWith('GET'));
const rule = (change: Partial<Binding>): SyncOptions => ({
  bindings: [
    { colId: '', field: 'city', direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask', ...change },
  ],
  onConflict: 'ask',
  automatic: true,
});

/** Row 1 was shown once, so both sides have agreed on what it holds. */
async function start() {
  const bench = await startPanel();
  await pass(500);
  bench.requests();
  const inHighLevel = async (city: string) => {
    await updateContact(bench.api, bench.contactIds[1]!, { city });
    bench.requests();
    bench.panel.refresh();
    await pass(500);
  };
  const inGrist = async (city: string) => {
    bench.grist.change(1, { values: { city } });
    await pass(500);
  };
  return { ...bench, inHighLevel, inGrist };
}

test('what changed in HighLevel alone flows into the cell, as one undo step', async () => {
  const { grist, field, inHighLevel } = await start();
  await inHighLevel('Kisumu');
  expect(grist.row(1).values.city).toBe('Kisumu');
  expect(field('city')).toMatchObject({ value: 'Kisumu', mark: 'none' });
  expect(grist.bundles).toHaveLength(1);
});

test('what changed in the grid alone flows into HighLevel', async () => {
  const { contact, field, inGrist, grist } = await start();
  await inGrist('Eldoret');
  expect((await contact(1)).city).toBe('Eldoret');
  expect(field('city')).toMatchObject({ value: 'Eldoret', mark: 'none' });
  expect(grist.bundles).toEqual([]);
});

test('a value that comes back flows as often as it comes', async () => {
  const { contact, grist, field, inGrist, inHighLevel } = await start();
  const { city = '' } = grist.row(1).values;
  for (const next of ['Eldoret', city, 'Eldoret', city]) {
    await inGrist(next);
    expect((await contact(1)).city).toBe(next);
  }
  for (const next of ['Kisumu', city, 'Kisumu']) {
    await inHighLevel(next);
    expect(grist.row(1).values.city).toBe(next);
  }
  expect(field('city').mark).toBe('none');
});

test('an edit is written once on each side, and its echo writes nothing', async () => {
  const { requests, panel, grist } = await start();
  panel.fields.save('city', 'Nairobi');
  await pass(2_000);
  panel.refresh();
  await pass(2_000);
  expect(writes(requests())).toHaveLength(1);
  expect(grist.bundles).toHaveLength(1);
});

test('a one-way column does not flow back', async () => {
  const { grist, contact, field, inGrist } = await start();
  grist.setOptions({ sync: rule({ direction: 'to-grist' }) });
  const { city } = await contact(1);
  await inGrist('Eldoret');
  expect((await contact(1)).city).toBe(city);
  expect(field('city')).toMatchObject({ mark: 'differs', inGrist: 'Eldoret' });
});

test('a person who wants to be asked sends a grid edit with one choice', async () => {
  const { grist, panel, contact, field, inGrist } = await start();
  grist.setOptions({ sync: { ...rule({}), automatic: false } });
  await inGrist('Eldoret');
  expect(field('city').mark).toBe('differs');
  panel.fields.resolve('city', 'grist', false);
  await pass(500);
  expect((await contact(1)).city).toBe('Eldoret');
});

test('sides that never agreed stay as they are until somebody chooses', async () => {
  const bench = await startPanel({ rows: { 2: { contactId: '', values: {} } } });
  const contactId = bench.contactIds[3]!;
  bench.grist.change(3, { contactId, values: { city: 'Elsewhere' } });
  const { city } = await bench.contact(3);
  bench.grist.select(3);
  await pass(1_000);
  expect(bench.field('city')).toMatchObject({ mark: 'differs', inGrist: 'Elsewhere' });
  expect((await bench.contact(3)).city).toBe(city);
  bench.panel.fields.resolve('city', 'highlevel', false);
  await pass(500);
  expect(bench.grist.row(3).values.city).toBe(city);
});

test('what Grist refuses to take is told once, and not tried again and again', async () => {
  const { grist, field, inHighLevel, panel } = await start();
  grist.refuse('writeRow', 'access-rule');
  await inHighLevel('Kisumu');
  expect(field('city')).toMatchObject({ mark: 'failed', failure: { side: 'grist', code: 'access-rule' } });
  panel.fields.retry('city');
  await pass(500);
  expect(grist.row(1).values.city).toBe('Kisumu');
});

test('a second row of the same contact follows, and never turns the change back', async () => {
  const bench = await startPanel();
  const [, contactId = ''] = bench.contactIds;
  bench.grist.change(2, { contactId, values: bench.grist.row(1).values });
  bench.grist.select(2);
  await pass(1_000);
  bench.grist.select(1);
  await pass(1_000);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1_000);
  bench.grist.select(2);
  await pass(1_000);
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.grist.row(2).values.city).toBe('Nairobi');
});

test('a viewer changes nothing on either side', async () => {
  const bench = await startPanel({ role: 'viewer' });
  bench.grist.change(1, { values: { city: 'Eldoret' } });
  await pass(1_000);
  expect(writes(bench.requests())).toEqual([]);
  expect(bench.grist.bundles).toEqual([]);
  expect(bench.memory.agreed.size).toBe(0);
});
