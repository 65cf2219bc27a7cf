import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const start = async () => {
  const bench = await startPanel({ linked: 40 });
  await pass(1000);
  return bench;
};

test.each([20, 60, 120])('a walk over 30 rows, one each %i ms, costs at most 8 requests', async (gap) => {
  const bench = await start();
  for (let rowId = 2; rowId <= 31; rowId++) {
    bench.grist.select(rowId);
    await pass(gap);
  }
  await pass(3000);
  expect(bench.panel.contact.value.data?.id).toBe(bench.contactIds[31]);
  expect(bench.requests().length).toBeLessThanOrEqual(8);
});

test('a walk with the pause that keyboards make before they repeat costs no more', async () => {
  const bench = await start();
  bench.grist.select(2);
  await pass(500);
  for (let rowId = 3; rowId <= 31; rowId++) {
    bench.grist.select(rowId);
    await pass(rowId % 9 === 0 ? 300 : 30);
  }
  await pass(3000);
  expect(bench.requests().length).toBeLessThanOrEqual(8);
});

test('each row of a walk shows itself at once', async () => {
  const bench = await start();
  for (let rowId = 2; rowId <= 31; rowId++) {
    bench.grist.select(rowId);
    expect(bench.field('name').value).toBe(bench.grist.row(rowId).values.name);
    await pass(30);
  }
});

test('a row chosen after a rest is asked for at once', async () => {
  const bench = await start();
  bench.grist.select(2);
  await pass(0);
  expect(bench.requests()).toHaveLength(4);
});

test('a row seen a moment ago costs nothing and is whole at once', async () => {
  const bench = await start();
  bench.grist.select(2);
  await pass(1000);
  bench.requests();
  bench.grist.select(1);
  expect(bench.panel.contact.value.data?.id).toBe(bench.contactIds[1]);
  expect(bench.panel.timeline.view.value).toMatchObject({ loading: false });
  await pass(1000);
  expect(bench.requests()).toEqual([]);
});

test('a row seen a while ago shows what is known and is refreshed', async () => {
  const bench = await start();
  bench.grist.select(2);
  await pass(40_000);
  bench.requests();
  bench.grist.select(1);
  expect(bench.panel.contact.value.data?.id).toBe(bench.contactIds[1]);
  await pass(100);
  expect(bench.requests()).toHaveLength(4);
});

test('what is still being read of a row that was left is given up', async () => {
  const bench = await start();
  const signals: AbortSignal[] = [];
  const { fetch } = bench.sandbox;
  vi.spyOn(bench.sandbox, 'fetch').mockImplementation((request) => {
    signals.push(request.signal);
    return fetch(request);
  });
  bench.sandbox.faults.add('latency', { ms: 2000 });
  bench.grist.select(2);
  await pass(1000);
  bench.grist.select(3);
  await pass(10);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true, false, false, false, false]);
});

test('coming back to the tab refreshes what is old', async () => {
  const bench = await start();
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(100);
  expect(bench.requests()).toEqual([]);
  await pass(40_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(100);
  expect(bench.requests()).toHaveLength(4);
});

test('events that repeat the row cost nothing', async () => {
  const bench = await start();
  for (let turn = 0; turn < 10; turn++) {
    bench.grist.change(1, { values: { companyName: `Company ${turn}` } });
    await pass(700);
  }
  expect(bench.requests()).toEqual([]);
});
