import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
  lendStorage();
});

async function start() {
  const bench = await startPanel();
  await pass(500);
  return bench;
}

async function closeAndOpen(bench: Bench) {
  bench.close();
  forgetTab();
  bench.reload();
  await pass(2000);
}

const updates = (bench: Bench) => bench.requests().filter((request) => request.startsWith('PUT'));

test('typed text survives a closed tab', async () => {
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  await closeAndOpen(bench);
  expect(bench.field('city')).toMatchObject({ mark: 'unsaved', draft: 'Nairo' });
});

test('text typed in the last moment of a page survives its reload', async () => {
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  bench.reload();
  await pass(2000);
  expect(bench.field('city')).toMatchObject({ mark: 'unsaved', draft: 'Nairo' });
});

test('text that was saved does not come back', async () => {
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  updates(bench);
  await closeAndOpen(bench);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none', draft: null });
  expect(updates(bench)).toEqual([]);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('a save that a closed tab cut before it was sent is made once', async () => {
  const bench = await start();
  bench.sandbox.faults.add('latency', { ms: 2000, method: 'GET', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  await closeAndOpen(bench);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect(updates(bench)).toHaveLength(1);
});

test('a save that HighLevel made is finished in the row by the next page', async () => {
  const bench = await start();
  const release = bench.grist.hold('writeRow');
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.close();
  release();
  bench.grist.change(1, { values: { city: bench.grist.row(1).values.city } });
  await closeAndOpen(bench);
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect(updates(bench)).toHaveLength(1);
});

test('a tick that a closed tab cut is settled by the next page', async () => {
  const bench = await start();
  const open = bench.entries().find((entry) => entry.kind === 'task' && !entry.task.completed)!;
  bench.grist.addTask(open.id);
  bench.sandbox.faults.add('latency', { ms: 300, method: 'PUT' });
  bench.panel.timeline.completeTask(open.id, true);
  await pass(100);
  bench.close();
  await pass(1000);
  await closeAndOpen(bench);
  expect(bench.grist.ticks.get(open.id)).toBe(true);
});

test('a closed tab and somebody else do not replace each other', async () => {
  const bench = await start();
  bench.sandbox.faults.add('latency', { ms: 2000, method: 'GET', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.close();
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' });
  await closeAndOpen(bench);
  expect(bench.field('city')).toMatchObject({ draft: 'Nairobi', failure: { code: 'changed', theirs: 'Kisumu' } });
  expect((await bench.contact(1)).city).toBe('Kisumu');
});

test('another document and another table do not see it', async () => {
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  bench.close();
  forgetTab();
  const other = await startPanel({ docId: 'doc2', sandbox: bench.sandbox });
  await pass(2000);
  expect(other.field('city').draft).toBeNull();
});
