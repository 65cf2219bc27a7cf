import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startWithTask } from './open-task.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a refusal puts it back with the reason beside it and takes the toast away', async () => {
  const { panel, taskId, entry, sandbox, grist } = await startWithTask();
  sandbox.faults.add('missing-scope', { method: 'PUT' });
  panel.timeline.completeTask(taskId, true);
  expect(panel.notices.toast.value?.code).toBe('task-completed');
  await pass(500);
  expect(entry()).toMatchObject({ pending: false, task: { completed: false }, failure: { code: 'forbidden' } });
  expect(panel.notices.toast.value).toBeNull();
  expect(grist.bundles).toEqual([]);
  expect(panel.status.value).toEqual({ kind: 'failed', count: 1 });
});

test('a retry ticks it after all', async () => {
  const { panel, taskId, entry, sandbox, inHighLevel } = await startWithTask();
  sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 });
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  panel.timeline.retryTask(taskId);
  await pass(500);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
  expect(await inHighLevel()).toBe(true);
});

test('ticked in HighLevel and refused by Grist is shown as that, and a retry ticks the row only', async () => {
  const { panel, taskId, entry, grist, bench } = await startWithTask();
  grist.refuse('tickTask', 'access-rule');
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: { side: 'grist', code: 'access-rule' } });
  bench.requests();
  panel.timeline.retryTask(taskId);
  await pass(500);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(bench.requests()).toEqual([]);
});

test('a tick whose answer was lost is found done', async () => {
  const { panel, taskId, entry, sandbox, grist } = await startWithTask();
  sandbox.faults.add('cut-after', { method: 'PUT' });
  panel.timeline.completeTask(taskId, true);
  await pass(20_000);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
  expect(grist.ticks.get(taskId)).toBe(true);
});

test('a tick that a reload cut is finished in the row', async () => {
  const { panel, taskId, entry, grist, bench } = await startWithTask();
  grist.hold('tickTask');
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  bench.reload();
  grist.hold('tickTask')();
  await pass(1000);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(entry()).toMatchObject({ task: { completed: true }, failure: null });
});
