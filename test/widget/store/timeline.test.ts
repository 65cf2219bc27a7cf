import { beforeEach, expect, test, vi } from 'vitest';
import { createNote } from '../../../highlevel/notes.ts';
import { completeTask, createTask } from '../../../highlevel/tasks.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  const contactId = bench.contactIds[1]!;
  const dueDate = Date.now() + 3_600_000;
  await createTask(bench.api, contactId, { title: 'Measure the curtain', dueDate });
  const done = await createTask(bench.api, contactId, { title: 'Order curtain rails', dueDate });
  await completeTask(bench.api, contactId, done.id, true);
  await createNote(bench.api, contactId, { body: '<p>Likes <b>Curtain</b> &amp; blinds, résumé sent</p>' });
  bench.panel.refresh();
  await pass(500);
  return bench;
}

const found = (bench: Awaited<ReturnType<typeof start>>) => bench.panel.timeline.view.value.counts;

test('searching finds titles, bodies and notes, and counts follow', async () => {
  const bench = await start();
  const { total } = bench.panel.timeline.view.value;
  bench.panel.timeline.search.value = 'curtain';
  expect(found(bench)).toEqual({ all: 3, task: 2, note: 1, appointment: 0 });
  expect(bench.panel.timeline.view.value.total).toBe(total);
});

test.each(['RESUME', 'likes blinds', '  Curtain & blinds '])(
  '%j is found without case, accents and tags',
  async (text) => {
    const bench = await start();
    bench.panel.timeline.search.value = text;
    expect(found(bench).note).toBe(1);
  },
);

test('tags and their attributes are not searched', async () => {
  const bench = await start();
  bench.panel.timeline.search.value = '<b>';
  expect(found(bench).all).toBe(0);
});

test('open only leaves what is still to be done', async () => {
  const bench = await start();
  bench.panel.timeline.search.value = 'curtain';
  bench.panel.timeline.openOnly.value = true;
  expect(found(bench)).toEqual({ all: 1, task: 1, note: 0, appointment: 0 });
});

test('a kind narrows what is shown and not the counts', async () => {
  const bench = await start();
  const counts = found(bench);
  bench.panel.timeline.kind.value = 'note';
  expect(new Set(bench.entries().map(({ kind }) => kind))).toEqual(new Set(['note']));
  expect(found(bench)).toEqual(counts);
});

test('filters survive a change of row', async () => {
  const bench = await start();
  bench.panel.timeline.kind.value = 'task';
  bench.panel.timeline.openOnly.value = true;
  bench.grist.select(2);
  await pass(1000);
  expect(bench.entries().every((entry) => entry.kind === 'task' && !entry.task.completed)).toBe(true);
  expect(bench.entries().length).toBe(found(bench).task);
});

test('a task becomes overdue while the panel is open', async () => {
  const bench = await start();
  const late = () => bench.panel.timeline.view.value.groups.find(({ kind }) => kind === 'overdue')?.entries.length ?? 0;
  const before = late();
  await pass(2 * 3_600_000);
  expect(late()).toBe(before + 1);
});

test('each kind is shown as it arrives', async () => {
  const bench = await startPanel();
  await pass(1000);
  bench.sandbox.faults.add('latency', { ms: 1000, path: '/notes' });
  bench.grist.select(2);
  await pass(200);
  expect(found(bench)).toMatchObject({ note: 0 });
  expect(found(bench).task).toBeGreaterThan(0);
  expect(bench.panel.timeline.view.value.loading).toBe(true);
  await pass(2000);
  expect(found(bench).note).toBeGreaterThan(0);
  expect(bench.panel.timeline.view.value.loading).toBe(false);
});
