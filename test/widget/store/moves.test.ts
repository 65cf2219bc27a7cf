import { expect, test } from 'vitest';
import { createTask, listTasks, updateTask } from '../../../highlevel/tasks.ts';
import { type Bench, startPanel } from '../../helpers/start-panel.ts';

const start = () => startPanel({ linked: 6 });
const shown = (bench: Bench) => bench.panel.row.value?.rowId;

/** Completes all tasks of the rows but one. */
async function onlyTask(bench: Bench, rowId: number, dueDate: number) {
  for (const contactId of bench.contactIds.slice(1)) {
    for (const { id } of await listTasks(bench.api, contactId)) {
      await updateTask(bench.api, contactId, id, { completed: true });
    }
  }
  await createTask(bench.api, bench.contactIds[rowId] as string, { title: 'Call', dueDate });
}

test('the next and the previous row are shown, and the grid’s row stays known', async () => {
  const bench = await start();
  await bench.panel.moves.go('next');
  await bench.panel.moves.go('next');
  expect(shown(bench)).toBe(3);
  expect(bench.panel.moves.place.value).toEqual({ row: 3, rows: 6, gridRow: 1 });
  await bench.panel.moves.go('previous');
  expect(shown(bench)).toBe(2);
});

test('the way back leads to the grid’s row', async () => {
  const bench = await start();
  await bench.panel.moves.go('next');
  await bench.panel.moves.go('grid');
  expect(shown(bench)).toBe(1);
  expect(bench.panel.moves.place.value).toEqual({ row: 1, rows: 6, gridRow: null });
});

test('a click in the grid joins panel and grid again', async () => {
  const bench = await start();
  await bench.panel.moves.go('next');
  bench.grist.select(5);
  expect(bench.panel.moves.place.value).toBeNull();
  await bench.panel.moves.go('previous');
  expect(bench.panel.moves.place.value).toEqual({ row: 4, rows: 6, gridRow: 5 });
});

test('the next open task is found rows below', async () => {
  const bench = await start();
  await onlyTask(bench, 4, Date.now() + 86_400_000);
  await bench.panel.moves.go('open-task');
  expect(shown(bench)).toBe(4);
});

test('a task that is not due yet is no overdue lead', async () => {
  const bench = await start();
  await onlyTask(bench, 4, Date.now() + 86_400_000);
  await bench.panel.moves.go('overdue');
  expect(shown(bench)).toBe(1);
  expect(bench.panel.notices.toast.value?.code).toBe('no-overdue-task');
});

test('at the end of the rows the panel says so', async () => {
  const bench = await start();
  bench.grist.select(6);
  await bench.panel.moves.go('next');
  expect(shown(bench)).toBe(6);
  expect(bench.panel.notices.toast.value?.code).toBe('last-row');
});

test('a search that HighLevel refuses leaves the row and says so', async () => {
  const bench = await start();
  bench.sandbox.faults.add('server-error', { path: '/tasks/search' });
  await bench.panel.moves.go('open-task');
  expect(shown(bench)).toBe(1);
  expect(bench.panel.notices.toast.value?.code).toBe('not-moved');
});
