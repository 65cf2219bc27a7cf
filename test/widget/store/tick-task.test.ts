import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startWithTask } from './open-task.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a tick shows at once and reaches HighLevel and the row', async () => {
  const { panel, taskId, entry, inHighLevel, grist } = await startWithTask();
  panel.timeline.completeTask(taskId, true);
  expect(entry()).toMatchObject({ pending: true, task: { completed: true }, failure: null });
  await pass(500);
  expect(entry()).toMatchObject({ pending: false, task: { completed: true } });
  expect(await inHighLevel()).toBe(true);
  expect(grist.bundles).toEqual([{ kind: 'tick', taskId, completed: true, description: 'task true' }]);
});

test('one tick is one request', async () => {
  const { panel, taskId, bench } = await startWithTask();
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  expect(bench.requests()).toEqual([`PUT /contacts/${bench.contactIds[1]}/tasks/${taskId}/completed`]);
});

test('a task is opened again on both sides', async () => {
  const { panel, taskId, entry, inHighLevel, grist } = await startWithTask();
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  panel.timeline.completeTask(taskId, false);
  await pass(500);
  expect(entry().task.completed).toBe(false);
  expect(await inHighLevel()).toBe(false);
  expect(grist.ticks.get(taskId)).toBe(false);
});

test('a task without a row in Grist is ticked in HighLevel alone', async () => {
  const { panel, bench, entry } = await startWithTask();
  const [, other] = bench.entries().filter((found) => found.kind === 'task');
  panel.timeline.completeTask(other!.id, true);
  await pass(500);
  expect(bench.entries().find(({ id }) => id === other!.id)).toMatchObject({
    failure: null,
    task: { completed: true },
  });
  expect(entry().task.completed).toBe(false);
});

test.each([0, 300])('quick clicks end in the last wish, with answers after %i ms', async (ms) => {
  const { panel, taskId, entry, sandbox, inHighLevel, grist } = await startWithTask();
  sandbox.faults.add('latency', { ms, method: 'PUT', times: 1 });
  panel.timeline.completeTask(taskId, true);
  await pass(50);
  panel.timeline.completeTask(taskId, false);
  expect(entry().task.completed).toBe(false);
  await pass(3000);
  expect(entry()).toMatchObject({ task: { completed: false }, pending: false, failure: null });
  expect(await inHighLevel()).toBe(false);
  expect(grist.ticks.get(taskId)).toBe(false);
});

test('a tick ends on its own contact although the row has changed', async () => {
  const { panel, taskId, sandbox, inHighLevel, grist, bench } = await startWithTask();
  sandbox.faults.add('latency', { ms: 500, method: 'PUT' });
  panel.timeline.completeTask(taskId, true);
  grist.select(2);
  await pass(3000);
  expect(await inHighLevel()).toBe(true);
  expect(grist.ticks.get(taskId)).toBe(true);
  expect(bench.entries().some(({ id }) => id === taskId)).toBe(false);
});

test('a person who may only look ticks nothing', async () => {
  const { panel, taskId, entry, bench } = await startWithTask({ environment: { readOnly: true } });
  panel.timeline.completeTask(taskId, true);
  await pass(500);
  expect(entry().task.completed).toBe(false);
  expect(bench.requests()).toEqual([]);
});
