import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/reading/prefetch.ts';

const seen = signal<DocumentVisibilityState>('visible');

beforeEach(() => {
  vi.useFakeTimers();
  seen.value = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen.value);
});

const start = async () => {
  const bench = await startPanel({ linked: 20 });
  await pass(1000);
  return bench;
};

/** Rests on each of the rows, as who reads them does. */
async function read(bench: Bench, ...rowIds: number[]) {
  for (const rowId of rowIds) {
    bench.grist.select(rowId);
    await pass(1500);
  }
}

/** The contacts that were asked for, by row, in order. */
const asked = (bench: Bench) =>
  bench
    .requests()
    .filter((request) => /^GET \/contacts\/\w+$/.test(request))
    .map((request) => bench.contactIds.findIndex((id) => id !== '' && request.endsWith(id)));

test('who goes down row by row finds the next two read already', async () => {
  const bench = await start();
  await read(bench, 2, 3);
  expect(asked(bench)).toEqual([2, 3, 4, 5]);
  bench.grist.select(4);
  expect(bench.panel.contact.value.data?.id).toBe(bench.contactIds[4]);
  expect(bench.panel.timeline.view.value.loading).toBe(false);
});

test('who goes up finds those above', async () => {
  const bench = await start();
  await read(bench, 9, 8, 7);
  expect(asked(bench)).toEqual([9, 8, 7, 6, 5]);
});

test('who jumps about finds nothing read ahead', async () => {
  const bench = await start();
  await read(bench, 4, 9, 3, 12);
  expect(asked(bench)).toEqual([4, 9, 3, 12]);
});

test('a held key reads nothing ahead', async () => {
  const bench = await start();
  for (let rowId = 2; rowId <= 15; rowId++) {
    bench.grist.select(rowId);
    await pass(60);
  }
  await pass(3000);
  expect(asked(bench)).toEqual([2, 15]);
});

test('at the last row nothing is read ahead', async () => {
  const bench = await start();
  await read(bench, 18, 19, 20);
  expect(asked(bench)).toEqual([18, 19, 20]);
});

test('with less than half of the budget left nothing is read ahead', async () => {
  const bench = await start();
  bench.sandbox.limits.max = 20;
  await read(bench, 2, 3);
  expect(asked(bench)).toEqual([2, 3]);
});

test('where no budget is told nothing is read ahead', async () => {
  const bench = await startPanel({ linked: 20 });
  bench.sandbox.limits.enabled = false;
  vi.setSystemTime(Date.now() + 60_000);
  const unheard = vi.spyOn(Headers.prototype, 'get').mockReturnValue(null);
  await read(bench, 2, 3);
  unheard.mockRestore();
  expect(asked(bench)).toEqual([2, 3]);
});

test('a tab that nobody sees reads nothing ahead', async () => {
  const bench = await start();
  seen.value = 'hidden';
  await read(bench, 2, 3);
  expect(asked(bench)).toEqual([2, 3]);
});

test('while a save is under way nothing is read ahead', async () => {
  const bench = await start();
  await read(bench, 2);
  const release = bench.grist.hold('writeRow');
  bench.grist.select(3);
  await pass(100);
  bench.panel.fields.save('city', 'Leeds');
  await pass(2000);
  expect(asked(bench).filter((row) => row > 3)).toEqual([]);
  release();
  await pass(2000);
  expect(asked(bench).filter((row) => row > 3)).toEqual([4, 5]);
});

test('the move to another row gives up what was being read ahead', async () => {
  const bench = await start();
  await read(bench, 2);
  bench.sandbox.faults.add('latency', { ms: 500 });
  bench.grist.select(3);
  await pass(1000);
  expect(asked(bench)).toEqual([2, 3, 4]);
  bench.grist.select(12);
  await pass(3000);
  expect(asked(bench)).toEqual([12]);
});
