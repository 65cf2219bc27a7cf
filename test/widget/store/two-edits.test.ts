import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test.each([
  [1000, 0],
  [0, 1000],
])('two edits in flight are both kept, with answers after %i and %i ms', async (first, second) => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: first, method: 'PUT', times: 1 });
  bench.sandbox.faults.add('latency', { ms: second, method: 'PUT', times: 1 });
  bench.panel.fields.save('firstName', 'Wanjiku');
  bench.panel.fields.save('lastName', 'Kimani');
  expect([bench.field('firstName').value, bench.field('lastName').value]).toEqual(['Wanjiku', 'Kimani']);
  for (let step = 0; step < 30; step++) {
    await pass(100);
    expect([bench.field('firstName').value, bench.field('lastName').value]).toEqual(['Wanjiku', 'Kimani']);
  }
  expect(await bench.contact(1)).toMatchObject({ firstName: 'Wanjiku', lastName: 'Kimani', name: 'Wanjiku Kimani' });
  expect(bench.grist.row(1).values).toMatchObject({ firstName: 'Wanjiku', lastName: 'Kimani', name: 'Wanjiku Kimani' });
  expect(bench.field('name')).toMatchObject({ value: 'Wanjiku Kimani', mark: 'none' });
});

test('two edits follow the row into Grist although the person has left it', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 500, method: 'PUT' });
  bench.panel.fields.save('firstName', 'Wanjiku');
  bench.panel.fields.save('lastName', 'Kimani');
  bench.grist.select(2);
  await pass(5000);
  expect(bench.grist.row(1).values).toMatchObject({ firstName: 'Wanjiku', lastName: 'Kimani', name: 'Wanjiku Kimani' });
});

test('a failed edit undoes only its own field', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  bench.sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  bench.panel.fields.save('source', 'trade fair');
  await pass(2000);
  expect(bench.field('city')).toMatchObject({ value: city, mark: 'failed', draft: 'Nairobi' });
  expect(bench.field('source')).toMatchObject({ value: 'trade fair', mark: 'none' });
  expect(bench.panel.status.value).toEqual({ kind: 'failed', count: 1 });
});

test('two failed edits of one field show what HighLevel has', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  bench.sandbox.faults.add('missing-scope', { method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(10);
  bench.panel.fields.save('city', 'Mombasa');
  await pass(2000);
  expect(bench.field('city')).toMatchObject({ value: city, mark: 'failed', draft: 'Mombasa' });
  expect((await bench.contact(1)).city).toBe(city);
});

test('of two quick edits of one field the later one wins on both sides', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 500, method: 'PUT' });
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(300);
  bench.panel.fields.save('firstName', 'Wanja');
  expect(bench.field('firstName').value).toBe('Wanja');
  await pass(5000);
  const { lastName } = await bench.contact(1);
  expect((await bench.contact(1)).firstName).toBe('Wanja');
  expect(bench.grist.row(1).values).toMatchObject({ firstName: 'Wanja', name: `Wanja ${lastName}` });
  expect(bench.field('firstName')).toMatchObject({ mark: 'none', failure: null });
});

test('text typed while a save of the same field is on its way is kept', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 500, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.panel.fields.keepDraft('city', 'Nairobi West');
  await pass(3000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'unsaved', draft: 'Nairobi West' });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

test('a refresh that began before a save does not bring the old value back', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'GET', times: 4 });
  bench.panel.refresh();
  await pass(10);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bench.field('city').value).toBe('Nairobi');
  await pass(3000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.panel.contact.value.loading).toBe(false);
});
