import { beforeEach, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/app.ts';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { createCutter } from '../../helpers/cutter.ts';
import { proxyFetch } from '../../helpers/proxy-fetch.ts';
import { pass } from '../../helpers/start-panel.ts';
import { tomorrow } from './entry-bench.ts';
import { startEntryTables } from './entry-tables-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const title = 'Order the handles';
const due = () => new Date(tomorrow()).toISOString().replace('.000Z', 'Z');

test('a new row whose tab closed before it was sent is made once, though another browser comes first', async () => {
  lendStorage();
  const { onCall, arm, cut } = createCutter();
  const sandbox = createSandbox({ contacts: 5 });
  const { bench, entryTables, tasks, rowsOf } = await startEntryTables({
    ...{ sandbox, linked: 1, onCall },
    proxy: await proxyFetch(sandbox),
  });
  const made = async () => (await tasks()).filter((task) => task.title === title);
  arm(6, bench.close);
  entryTables.add('task', 1, { title, due: due() });
  await pass(12_000);
  expect([cut(), await made()]).toEqual(['before POST', []]);
  forgetTab();
  const storage = indexedDB;
  lendStorage();
  const other = bench.openAnother();
  await pass(20_000);
  // Whoever began may be at it still: the other waits until it has seen nothing of that for five minutes.
  expect(await made()).toEqual([]);
  vi.setSystemTime(Date.now() + 360_000);
  await pass(20_000);
  expect(await made()).toHaveLength(1);
  other.close();
  forgetTab();
  vi.stubGlobal('indexedDB', storage);
  bench.reload();
  await pass(20_000);
  expect(await made()).toHaveLength(1);
  expect(rowsOf('task').filter(({ values }) => values.title === title)).toHaveLength(1);
});

test('a new row that HighLevel refuses is told once, and made when it was corrected', async () => {
  const { sandbox, entryTables, tasks, work, requests } = await startEntryTables();
  sandbox.faults.add('server-error', { method: 'POST', path: '/tasks', status: 422, times: 1 });
  const rowId = entryTables.add('task', 1, { title: 'Refused', due: due() });
  await pass(12_000);
  vi.setSystemTime(Date.now() + 360_000);
  await pass(20_000);
  expect(requests().filter((request) => request.startsWith('POST'))).toHaveLength(1);
  expect(work.drafts.value).toMatchObject([{ form: { title: 'Refused' }, failure: { code: 'rejected' } }]);
  entryTables.type('task', rowId, { title });
  await pass(20_000);
  expect((await tasks()).filter((task) => task.title === title)).toHaveLength(1);
  expect(work.drafts.value).toEqual([]);
});
