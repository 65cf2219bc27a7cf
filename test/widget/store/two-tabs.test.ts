import { beforeEach, expect, test, vi } from 'vitest';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
  lendStorage();
});

async function startTwo() {
  const bench = await startPanel();
  await pass(500);
  const other = bench.openAnother();
  await pass(1000);
  bench.requests();
  const updates = () => bench.requests().filter((request) => request.startsWith('PUT'));
  return { bench, other, updates };
}

test('each of two tabs keeps its own text for the same field', async () => {
  const { bench, other } = await startTwo();
  bench.panel.fields.keepDraft('city', 'Nairo');
  other.panel.fields.keepDraft('city', 'Momba');
  await pass(60_000);
  expect([bench.field('city').draft, other.field('city').draft]).toEqual(['Nairo', 'Momba']);
  bench.reload();
  await pass(60_000);
  expect([bench.field('city').draft, other.field('city').draft]).toEqual(['Nairo', 'Momba']);
});

test('a save under way in a living tab is left to it', async () => {
  const { bench, updates } = await startTwo();
  bench.sandbox.faults.add('latency', { ms: 5000, method: 'GET', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  const third = bench.openAnother();
  await pass(2000);
  expect(third.field('city')).toMatchObject({ mark: 'none', draft: null });
  expect(updates()).toEqual([]);
  await pass(20_000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(updates()).toHaveLength(1);
});

test('a living tab takes up what a closed one left', async () => {
  const { bench, other, updates } = await startTwo();
  bench.sandbox.faults.add('latency', { ms: 2000, method: 'GET', times: 1 });
  other.panel.fields.save('city', 'Nairobi');
  await pass(200);
  other.close();
  forgetTab();
  await pass(15_000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(updates()).toHaveLength(1);
});

test('when the tab that watches closes, another watches on', async () => {
  const { bench, other } = await startTwo();
  const third = bench.openAnother();
  await pass(1000);
  bench.close();
  await pass(15_000);
  third.panel.fields.keepDraft('city', 'Nairo');
  await pass(200);
  third.close();
  forgetTab();
  await pass(15_000);
  expect(other.field('city').draft).toBe('Nairo');
});

test('two tabs that open together take up what is left once', async () => {
  const { bench, other, updates } = await startTwo();
  bench.sandbox.faults.add('latency', { ms: 2000, method: 'GET', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(200);
  other.close();
  bench.close();
  forgetTab();
  await pass(5000);
  const pages = [bench.openAnother(), bench.openAnother()];
  await pass(60_000);
  expect(pages.map((page) => page.field('city'))).toMatchObject([{ value: 'Nairobi' }, { mark: 'none', draft: null }]);
  expect(updates()).toHaveLength(1);
});

test('a text left for a field that is being typed in waits until the field is free', async () => {
  const { bench, other } = await startTwo();
  other.panel.fields.keepDraft('city', 'Momba');
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(200);
  other.close();
  forgetTab();
  await pass(15_000);
  expect(bench.field('city').draft).toBe('Nairo');
  bench.panel.fields.discard('city');
  await pass(10);
  expect(bench.field('city').draft).toBe('Momba');
});

test('a text that waited is not lost with the tab that let it wait', async () => {
  const { bench, other } = await startTwo();
  other.panel.fields.keepDraft('city', 'Momba');
  await pass(10);
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(200);
  other.close();
  await pass(15_000);
  bench.close();
  forgetTab();
  const next = bench.openAnother();
  await pass(2000);
  const found = [next.field('city').draft];
  next.panel.fields.discard('city');
  await pass(10);
  found.push(next.field('city').draft);
  expect(found).toEqual(['Momba', 'Nairo']);
});
