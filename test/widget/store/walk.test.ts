import { beforeEach, expect, test, vi } from 'vitest';
import { listTasks } from '../../../highlevel/tasks.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
});

const start = async () => {
  const bench = await startPanel({ sandbox: createSandbox({ contacts: 70 }), linked: 70 });
  // The rows were filled from HighLevel: its window is new for the panel.
  await pass(11_000);
  await vi.dynamicImportSettled();
  bench.requests();
  return bench;
};

/** Walks down the rows at a reader's pace. */
async function walk(bench: Bench, from: number, to: number, pace = 350) {
  for (let rowId = from; rowId <= to; rowId++) {
    bench.grist.select(rowId);
    await pass(pace);
  }
}

const searches = (requests: readonly string[]) => requests.filter((request) => request.endsWith('/search'));

test('rows that somebody walks through show contact and open tasks from lists', async () => {
  const bench = await start();
  await walk(bench, 2, 20);
  const { name, phone, tags } = await bench.contact(20);
  expect(bench.panel.contact.value).toMatchObject({ data: { name, phone, tags }, loading: true });
  const tasks = await listTasks(bench.api, bench.contactIds[20] as string);
  const open = tasks.filter(({ completed }) => !completed).map(({ id }) => id);
  expect(open.length).toBeGreaterThan(0);
  expect(bench.entries().map(({ id }) => id)).toEqual(expect.arrayContaining(open));
});

test('a walk through sixty rows costs no more than three requests for ten rows', async () => {
  const bench = await start();
  await walk(bench, 2, 61);
  await pass(2000);
  expect(bench.requests().length).toBeLessThanOrEqual(18);
});

test('where the walk ends the contact is read whole', async () => {
  const bench = await start();
  await walk(bench, 2, 20);
  await pass(1000);
  expect(bench.panel.contact.value).toMatchObject({ loading: false });
  expect(bench.panel.timeline.view.value.loading).toBe(false);
  expect(bench.requests()).toContain(`GET /contacts/${bench.contactIds[20]}/notes`);
});

test('what a list had is never compared with the row', async () => {
  const bench = await start();
  bench.sandbox.faults.add('index-lag', { ms: 60_000 });
  await walk(bench, 2, 12);
  expect(bench.panel.fields.shown.value.filter(({ mark }) => mark !== 'none')).toEqual([]);
});

test('a list is read again when it is old', async () => {
  const bench = await start();
  await walk(bench, 2, 6);
  await pass(70_000);
  bench.requests();
  await walk(bench, 7, 9);
  expect(searches(bench.requests())).toContain('POST /contacts/search');
});

test('a location that refuses the filter is not asked again', async () => {
  const bench = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/contacts/search', status: 400 });
  await walk(bench, 2, 5);
  await pass(1000);
  bench.requests();
  await walk(bench, 6, 12);
  expect(searches(bench.requests())).toEqual([]);
  expect(bench.panel.contact.value.data).toBeUndefined();
});

test('a held key lists nothing', async () => {
  const bench = await start();
  await walk(bench, 2, 30, 60);
  expect(searches(bench.requests())).toEqual([]);
});
