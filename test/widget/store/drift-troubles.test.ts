import { beforeEach, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/app.ts';
import type { DriftStore } from '../../../widget/store/views/drift.ts';
import { type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const finished = async (drift: DriftStore) =>
  vi.waitFor(async () => {
    await pass(2_000);
    if (!['done', 'stopped'].includes(drift.view.value.step)) throw new Error('still at it');
  });

async function start(setup: PanelSetup = {}) {
  const bench = await startPanel({ linked: 6, ...setup });
  await pass(500);
  bench.requests();
  return { ...bench, drift: await bench.panel.differences() };
}

const large = () => ({ sandbox: createSandbox({ contacts: 120 }), linked: 80 });

test('a large table is compared by the list, and only what differs is asked for by itself', async () => {
  const { drift, grist, requests } = await start(large());
  grist.change(70, { values: { city: 'Eldoret' } });
  drift.check();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'done', rows: 80, done: 80, differing: 1 });
  const asked = requests();
  expect(asked.filter((request) => request.startsWith('POST /contacts/search')).length).toBeLessThanOrEqual(2);
  expect(asked.filter((request) => request.startsWith('GET /contacts/')).length).toBe(1);
});

test.each([1, 2])(
  'a list that gives %i pages in turn ends, which is said, and its contacts are read one by one',
  async (pages) => {
    const sandbox = createSandbox({ contacts: 100, quirks: { searchPagesInTurn: pages, searchPageAtMost: 30 } });
    const { drift, requests } = await start({ sandbox, linked: 90 });
    drift.check();
    await finished(drift);
    expect(drift.view.value).toMatchObject({ step: 'done', rows: 90, done: 90, differing: 0, repeats: true });
    expect(requests().filter((request) => request.startsWith('POST /contacts/search')).length).toBeLessThanOrEqual(
      pages + 2,
    );
  },
);

test('a list with shorter pages than requested is read to its end', async () => {
  const sandbox = createSandbox({ contacts: 100, quirks: { searchPageAtMost: 30 } });
  const { drift, requests } = await start({ sandbox, linked: 90 });
  drift.check();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'done', done: 90, repeats: false });
  expect(requests().filter((request) => request.startsWith('GET /contacts/'))).toEqual([]);
});

test('when HighLevel asks for patience the check waits and ends well', async () => {
  const { drift, sandbox } = await start();
  sandbox.faults.add('rate-limited', { times: 2, retryAfter: '3' });
  drift.check();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'done', done: 6, unread: [] });
});

test('a row that cannot be read is named with the reason, and the others are compared', async () => {
  const { drift, sandbox, grist, contactIds } = await start();
  sandbox.faults.add('missing-scope', { path: contactIds[4]! });
  drift.check();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'done', done: 6, differing: 0 });
  expect(drift.view.value.unread).toEqual([
    { rowId: 4, name: grist.row(4).values.name, failure: expect.objectContaining({ code: 'forbidden' }) },
  ]);
});

test('when HighLevel cannot be reached at all the check gives up, and says of which rows', async () => {
  const { drift, sandbox } = await start();
  sandbox.faults.add('server-error', { status: 503 });
  drift.check();
  await vi.waitFor(async () => {
    await pass(60_000);
    expect(drift.view.value.step).toBe('stopped');
  });
  expect(drift.view.value.unread.map(({ rowId }) => rowId)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('rows that Grist does not give are told', async () => {
  const { drift, grist } = await start();
  grist.refuse('rows', 'access-rule');
  drift.check();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'stopped', failure: { side: 'grist', code: 'access-rule' } });
});

test('a check can be stopped, and asks nothing more', async () => {
  const { drift, requests } = await start();
  drift.check();
  await pass(600);
  drift.stop();
  await pass(300);
  requests();
  await pass(5_000);
  expect(requests()).toEqual([]);
  expect(drift.view.value).toMatchObject({ step: 'stopped', unread: [] });
  expect(drift.view.value.done).toBeLessThan(6);
});

test('a check is no faster than half of what HighLevel takes at once', async () => {
  const { drift, requests } = await start({ linked: 30 });
  drift.check();
  await pass(2_000);
  expect(requests().length).toBeLessThanOrEqual(11);
});

test('the panel goes to a row of the list', async () => {
  const { drift, panel } = await start();
  expect(await drift.showRow(3)).toBe(true);
  expect(panel.row.value?.rowId).toBe(3);
});
