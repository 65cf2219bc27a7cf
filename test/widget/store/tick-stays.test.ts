import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startWithTask } from './open-task.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startWithTask();
  const { panel } = bench;
  const groupOf = (id: string) =>
    panel.timeline.view.value.groups.find(({ entries }) => entries.some((entry) => entry.id === id))?.kind;
  return { ...bench, groupOf, order: () => bench.entries().map(({ id }) => id) };
}

test('a ticked task stays where it is, done, until the pointer leaves', async () => {
  const { panel, taskId, entry, groupOf, order } = await start();
  const [before, group] = [order(), groupOf(taskId)];
  panel.timeline.completeTask(taskId, true);
  await pass(3000);
  expect(entry().task.completed).toBe(true);
  expect([order(), groupOf(taskId)]).toEqual([before, group]);
  panel.timeline.letGo();
  expect(groupOf(taskId)).not.toBe(group);
});

test('with open entries alone shown, a ticked task stays until the pointer leaves', async () => {
  const { panel, taskId, order } = await start();
  panel.timeline.openOnly.value = true;
  const before = order();
  panel.timeline.completeTask(taskId, true);
  await pass(3000);
  expect(order()).toEqual(before);
  panel.timeline.letGo();
  expect(order()).not.toContain(taskId);
});

test('a ticked task has its new place when the row comes back', async () => {
  const { panel, taskId, groupOf, grist } = await start();
  const group = groupOf(taskId);
  panel.timeline.completeTask(taskId, true);
  await pass(3000);
  grist.select(2);
  await pass(3000);
  grist.select(1);
  await pass(3000);
  expect(groupOf(taskId)).not.toBe(group);
});

test('the toast names the task', async () => {
  const { panel, taskId, entry } = await start();
  panel.timeline.completeTask(taskId, true);
  expect(panel.notices.toast.value).toMatchObject({ code: 'task-completed', about: entry().task.title });
});
