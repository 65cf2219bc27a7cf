import { beforeEach, expect, test, vi } from 'vitest';
import { listTasks } from '../../../highlevel/tasks.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startEntryTables } from './entry-tables-bench.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/entry-tables/settings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startFilling(linked: number) {
  const calls: string[] = [];
  const onCall = (name: string, moment: string) => void (moment === 'before' && calls.push(name));
  const opened = await startEntryTables({ sandbox: createSandbox({ contacts: 60 }), linked, onCall });
  const settings = await opened.panel.settings.entryTables();
  calls.length = 0;
  return {
    ...opened,
    settings,
    calls,
    filled: async () => {
      settings.fillAll();
      const seen: number[] = [];
      do {
        await pass(1_000);
        seen.push(settings.fill.value?.done ?? 0);
      } while (settings.fill.value?.running !== false);
      return seen;
    },
  };
}

test.each([10, 40])(
  'bringing in %i contacts reads each entry table once, beside the looks at the shown contact',
  async (linked) => {
    const { filled, calls } = await startFilling(linked);
    const seconds = (await filled()).length;
    const reads = calls.filter((name) => name === 'read').length;
    // The shown contact is looked at every three seconds, and its rows once more when something was written.
    expect(reads).toBeLessThanOrEqual(3 * (Math.ceil(seconds / 3) + 2));
    expect(calls.filter((name) => name === 'write')).toHaveLength(3);
  },
);

test('the entries of all contacts have rows, and how far it is can be seen', async () => {
  const { filled, settings, contactIds, api, rowsOf } = await startFilling(10);
  const seen = await filled();
  expect(settings.fill.value).toEqual({ done: 10, total: 10, failed: 0, running: false, failure: null });
  expect(seen.some((done) => done > 0 && done < 10)).toBe(true);
  for (const [rowId, contactId] of contactIds.entries()) {
    if (rowId === 0) continue;
    const ids = (await listTasks(api, contactId)).map(({ id }) => id);
    const rows = rowsOf('task').filter(({ contact }) => contact === rowId);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  }
});

test('it can be stopped', async () => {
  const { settings, rowsOf } = await startFilling(40);
  settings.fillAll();
  await pass(3_000);
  settings.stopFilling();
  await pass(3_000);
  expect(settings.fill.value).toMatchObject({ running: false, failure: null });
  expect(rowsOf('task').every(({ contact }) => contact === 1)).toBe(true);
});
