import { beforeEach, expect, test, vi } from 'vitest';
import { loaded, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a slow answer for an earlier row never reaches the row that is shown', async () => {
  const bench = await startPanel();
  const [, , slow = '', quick = ''] = bench.contactIds;
  bench.sandbox.faults.add('latency', { ms: 2000, path: `/contacts/${slow}` });
  await pass(1000);
  bench.grist.select(2);
  await pass(1000);
  bench.grist.select(3);
  await pass(5000);
  expect(bench.panel.contact.value.data?.id).toBe(quick);
  expect(bench.field('name').value).toBe((await bench.contact(3)).name);
  expect(new Set(bench.entries().map(contactOf))).toEqual(new Set([quick]));
});

const contactOf = (entry: ReturnType<Awaited<ReturnType<typeof startPanel>>['entries']>[number]) =>
  entry.kind === 'task'
    ? entry.task.contactId
    : entry.kind === 'note'
      ? entry.note.contactId
      : entry.appointment.contactId;

test('no state between two rows mixes them', async () => {
  const bench = await startPanel();
  const seen: unknown[] = [];
  const look = () => {
    const { contactId, values } = bench.panel.row.value!;
    const strays = bench.entries().filter((entry) => contactOf(entry) !== contactId);
    const stranger = (bench.panel.contact.value.data?.id ?? contactId) !== contactId;
    seen.push([bench.field('name').value === values.name, stranger, strays.length]);
  };
  for (const signal of [bench.panel.row, bench.panel.fields.shown, bench.panel.contact, bench.panel.timeline.view])
    signal.subscribe(look);
  for (const rowId of [2, 1, 3, 2]) {
    await pass(1000);
    bench.grist.select(rowId);
  }
  await pass(1000);
  expect(seen.length).toBeGreaterThan(16);
  expect(new Set(seen.map(String))).toEqual(new Set(['true,false,0']));
});

test('an edit that ends after the row changed shows only on its own row', async () => {
  const bench = await startPanel();
  const [, first = '', second = ''] = bench.contactIds;
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(200);
  bench.grist.select(2);
  const before = bench.field('city').value;
  await pass(5000);
  expect(bench.field('city')).toMatchObject({ value: before, mark: 'none', draft: null });
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect((await bench.contact(2)).city).toBe(before);
  expect(bench.grist.bundles).toMatchObject([{ rowId: 1, values: { city: 'Nairobi' } }]);
  expect([bench.grist.row(1).contactId, bench.grist.row(2).contactId]).toEqual([first, second]);
});

test('a failed edit that ends after the row changed leaves the new row alone and is kept for its own', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 });
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(200);
  bench.grist.select(2);
  await pass(5000);
  expect(bench.panel.fields.shown.value.every(({ draft, failure }) => draft === null && failure === null)).toBe(true);
  bench.grist.select(1);
  expect(bench.field('city')).toMatchObject({ mark: 'failed', draft: 'Nairobi', failure: { code: 'forbidden' } });
});

test('a row that belongs to another contact by now is not written', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(200);
  bench.grist.change(1, { contactId: bench.contactIds[2]! });
  await pass(5000);
  // What its own contact has fills its empty cells.
  expect(bench.grist.bundles.filter(({ kind }) => kind !== 'row')).toEqual([]);
  expect(JSON.stringify(bench.grist.bundles)).not.toContain('Nairobi');
  expect((await bench.contact(1)).city).toBe('Nairobi');
});

test('the row alone is shown until its contact arrives', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'GET' });
  await pass(1000);
  bench.grist.select(2);
  expect(bench.field('name')).toMatchObject({
    value: bench.grist.row(2).values.name,
    editable: 'loading',
    mark: 'none',
  });
  expect(bench.panel.contact.value).toMatchObject({ data: undefined, loading: true });
  expect(bench.panel.timeline.view.value).toMatchObject({ total: 0, loading: true });
  await pass(1500);
  await loaded(bench);
  expect(bench.field('name').editable).toBe(true);
});
