import { beforeEach, expect, test, vi } from 'vitest';
import { getTask, listTasks } from '../../../highlevel/tasks.ts';
import type { PanelSetup } from '../../helpers/start-panel.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A panel whose first contact has an open task, with a row in Grist's Tasks table. */
async function start(setup: PanelSetup = {}) {
  const bench = await startPanel(setup);
  const contactId = bench.contactIds[1]!;
  const [task] = (await listTasks(bench.api, contactId)).filter(({ completed }) => !completed);
  const taskId = task!.id;
  bench.grist.addTask(taskId);
  bench.requests();
  const entry = () => {
    const found = bench.entries().find(({ id }) => id === taskId);
    if (found?.kind !== 'task') throw new Error('no such task');
    return found;
  };
  return {
    ...bench,
    bench,
    taskId,
    entry,
    inHighLevel: async () => (await getTask(bench.api, contactId, taskId)).completed,
  };
}

test('a tick shows at once and reaches HighLevel and the row', async () => {
  const { panel, taskId, entry, inHighLevel, grist } = await start();
  panel.completeTask(taskId, true);
  expect(entry()).toMatchObject({ pending: true, task: { completed: true }, failure: null });
  await pass(500);
  expect(entry()).toMatchObject({ pending: false, task: { completed: true } });
  expect(await inHighLevel()).toBe(true);
  expect(grist.bundles).toEqual([{ kind: 'tick', taskId, completed: true, description: 'task true' }]);
});

test('one tick is one request', async () => {
  const { panel, taskId, bench } = await start();
  panel.completeTask(taskId, true);
  await pass(500);
  expect(bench.requests()).toEqual([`PUT /contacts/${bench.contactIds[1]}/tasks/${taskId}/completed`]);
});

test('a task is opened again on both sides', async () => {
  const { panel, taskId, entry, inHighLevel, grist } = await start();
  panel.completeTask(taskId, true);
  await pass(500);
  panel.completeTask(taskId, false);
  await pass(500);
  expect(entry().task.completed).toBe(false);
  expect(await inHighLevel()).toBe(false);
  expect(grist.ticks.get(taskId)).toBe(false);
});

test('a refusal puts it back with the reason beside it and takes the toast away', async () => {
  const { panel, taskId, entry, sandbox, grist } = await start();
  sandbox.faults.add('missing-scope', { method: 'PUT' });
  panel.completeTask(taskId, true);
  expect(panel.toast.value?.code).toBe('task-completed');
  await pass(500);
  expect(entry()).toMatchObject({ pending: false, task: { completed: false }, failure: { code: 'forbidden' } });
  expect(panel.toast.value).toBeNull();
  expect(grist.bundles).toEqual([]);
  expect(panel.status.value).toEqual({ kind: 'failed', count: 1 });
});

test('a retry ticks it after all', async () => {
  const { panel, taskId, entry, sandbox, inHighLevel } = await start();
  sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 });
  panel.completeTask(taskId, true);
  await pass(500);
  panel.retryTask(taskId);
  await pass(500);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
  expect(await inHighLevel()).toBe(true);
});

test('ticked in HighLevel and refused by Grist is shown as that, and a retry ticks the row only', async () => {
  const { panel, taskId, entry, grist, bench } = await start();
  grist.refuse('tickTask', 'access-rule');
  panel.completeTask(taskId, true);
  await pass(500);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: { side: 'grist', code: 'access-rule' } });
  bench.requests();
  panel.retryTask(taskId);
  await pass(500);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(bench.requests()).toEqual([]);
});

test('a task without a row in Grist is ticked in HighLevel alone', async () => {
  const { panel, bench, entry } = await start();
  const [, other] = bench.entries().filter((found) => found.kind === 'task');
  panel.completeTask(other!.id, true);
  await pass(500);
  expect(bench.entries().find(({ id }) => id === other!.id)).toMatchObject({
    failure: null,
    task: { completed: true },
  });
  expect(entry().task.completed).toBe(false);
});

test.each([0, 300])('quick clicks end in the last wish, with answers after %i ms', async (ms) => {
  const { panel, taskId, entry, sandbox, inHighLevel, grist } = await start();
  sandbox.faults.add('latency', { ms, method: 'PUT', times: 1 });
  panel.completeTask(taskId, true);
  await pass(50);
  panel.completeTask(taskId, false);
  expect(entry().task.completed).toBe(false);
  await pass(3000);
  expect(entry()).toMatchObject({ task: { completed: false }, pending: false, failure: null });
  expect(await inHighLevel()).toBe(false);
  expect(grist.ticks.get(taskId)).toBe(false);
});

test('a tick whose answer was lost is found done', async () => {
  const { panel, taskId, entry, sandbox, grist } = await start();
  sandbox.faults.add('cut-after', { method: 'PUT' });
  panel.completeTask(taskId, true);
  await pass(20_000);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
  expect(grist.ticks.get(taskId)).toBe(true);
});

test('a tick that a reload cut is finished in the row', async () => {
  const { panel, taskId, entry, grist, bench } = await start();
  grist.hold('tickTask');
  panel.completeTask(taskId, true);
  await pass(500);
  bench.reload();
  grist.hold('tickTask')();
  await pass(1000);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
});

test('a tick ends on its own contact although the row has changed', async () => {
  const { panel, taskId, sandbox, inHighLevel, grist, bench } = await start();
  sandbox.faults.add('latency', { ms: 500, method: 'PUT' });
  panel.completeTask(taskId, true);
  grist.select(2);
  await pass(3000);
  expect(await inHighLevel()).toBe(true);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(bench.entries().some(({ id }) => id === taskId)).toBe(false);
});

test('a person who may only look ticks nothing', async () => {
  const { panel, taskId, entry, bench } = await start({ environment: { readOnly: true } });
  panel.completeTask(taskId, true);
  await pass(500);
  expect(entry().task.completed).toBe(false);
  expect(bench.requests()).toEqual([]);
});
