import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { noteForm, startWriting, taskForm } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a draft belongs to its contact whatever row is shown', async () => {
  const { work, grist } = await startWriting();
  work.keep(null, noteForm());
  grist.select(2);
  await pass(1000);
  expect(work.drafts.value).toEqual([]);
  expect(work.formFor('note', null)).toMatchObject({ body: '' });
  grist.select(1);
  await pass(1000);
  expect(work.formFor('note', null)).toMatchObject({ body: 'Prefers the oak.' });
});

test('what is typed later replaces what was typed before, by kind', async () => {
  const { work } = await startWriting();
  work.keep(null, noteForm({ body: 'Pre' }));
  work.keep(null, noteForm());
  work.keep(null, taskForm());
  expect(work.drafts.value.map(({ form }) => form.kind)).toEqual(['note', 'task']);
  expect(work.formFor('note', null)).toMatchObject({ body: 'Prefers the oak.' });
});

test('a draft survives a reload', async () => {
  const bench = await startWriting();
  bench.work.keep(null, noteForm());
  await pass(100);
  bench.bench.reload();
  await pass(1000);
  const work = await bench.bench.panel.entryWork();
  expect(work.formFor('note', null)).toMatchObject({ body: 'Prefers the oak.' });
});

test('a note that a reload cut off before it was sent is sent by the next page', async () => {
  const bench = await startWriting();
  const begin = vi.spyOn(bench.memory.state, 'begin').mockReturnValue(new Promise(() => {}));
  bench.send(null, noteForm());
  await pass(100);
  begin.mockRestore();
  bench.bench.reload();
  await pass(30_000);
  expect((await bench.notes()).filter(({ body }) => body === 'Prefers the oak.')).toHaveLength(1);
});

test('a draft on its way while another row is shown is not shown there', async () => {
  const { send, grist, entries, sandbox } = await startWriting();
  sandbox.faults.add('latency', { ms: 2_000, method: 'POST' });
  send(null, noteForm());
  grist.select(2);
  await pass(500);
  expect(entries().some((entry) => entry.kind === 'note' && entry.note.body === 'Prefers the oak.')).toBe(false);
});

test('an unsent note counts as waiting', async () => {
  const { send, panel, sandbox } = await startWriting();
  sandbox.faults.add('missing-scope', { method: 'POST' });
  send(null, noteForm());
  await pass(1000);
  expect(panel.status.value).toEqual({ kind: 'failed', count: 1 });
});
