import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  const task = bench.entries().find((entry) => entry.kind === 'task' && !entry.task.completed);
  bench.grist.addTask(task!.id);
  const isCompleted = () => {
    const entry = bench.entries().find(({ id }) => id === task!.id);
    return entry?.kind === 'task' && entry.task.completed;
  };
  return { bench, taskId: task!.id, isCompleted };
}

test('undo takes a tick back on both sides', async () => {
  const { bench, taskId, isCompleted } = await start();
  bench.panel.timeline.completeTask(taskId, true);
  await pass(1000);
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'task-completed', undoable: true });
  bench.panel.notices.undo();
  await pass(1000);
  expect(isCompleted()).toBe(false);
  expect(bench.grist.ticks.get(taskId)).toBe(false);
  expect(bench.panel.notices.announcement.value?.code).toBe('undone');
});

test('undo gives a field its earlier value on both sides', async () => {
  const { bench } = await start();
  const { firstName, name } = await bench.contact(1);
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(1000);
  bench.panel.notices.undo();
  await pass(1000);
  expect(await bench.contact(1)).toMatchObject({ firstName, name });
  expect(bench.grist.row(1).values).toMatchObject({ firstName, name });
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'undone', undoable: false });
});

test('undo reaches the contact of the save although another row is shown', async () => {
  const { bench } = await start();
  const { city } = await bench.contact(1);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  bench.grist.select(2);
  await pass(500);
  bench.panel.notices.undo();
  await pass(1000);
  expect((await bench.contact(1)).city).toBe(city);
  expect(bench.grist.row(1).values.city).toBe(city);
});

test('an undo that comes too late is told, although another row is shown', async () => {
  const { bench } = await start();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' });
  bench.grist.select(2);
  await pass(500);
  bench.panel.notices.undoLast();
  await pass(1000);
  expect((await bench.contact(1)).city).toBe('Kisumu');
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'not-undone', undoable: false });
});

test('a toast goes after 6 seconds and takes its undo along', async () => {
  const { bench, taskId, isCompleted } = await start();
  bench.panel.timeline.completeTask(taskId, true);
  await pass(5900);
  expect(bench.panel.notices.toast.value).not.toBeNull();
  await pass(200);
  expect(bench.panel.notices.toast.value).toBeNull();
  bench.panel.notices.undo();
  await pass(500);
  expect(isCompleted()).toBe(true);
});

test('a held toast stays and gets its whole time again afterwards', async () => {
  const { bench, taskId } = await start();
  bench.panel.timeline.completeTask(taskId, true);
  bench.panel.notices.hold(true);
  await pass(60_000);
  expect(bench.panel.notices.toast.value).not.toBeNull();
  bench.panel.notices.hold(false);
  await pass(5900);
  expect(bench.panel.notices.toast.value).not.toBeNull();
  await pass(200);
  expect(bench.panel.notices.toast.value).toBeNull();
});

test('the save of a row that was left shows no toast on the next', async () => {
  const { bench } = await start();
  bench.sandbox.faults.add('latency', { ms: 300, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  bench.grist.select(2);
  await pass(2000);
  expect(bench.panel.notices.toast.value).toBeNull();
});
