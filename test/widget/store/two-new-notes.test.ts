import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { noteForm, startWriting } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a note that is given back keeps its text while another one is typed', async () => {
  const { work, sandbox } = await startWriting();
  sandbox.faults.add('server-error', { path: '/notes', method: 'POST', status: 422 });
  work.submit(work.keep(null, noteForm({ body: 'First' })));
  const second = work.keep(null, noteForm({ body: 'Sec' }));
  await pass(1000);
  expect(work.keep(null, noteForm({ body: 'Second' }), second)).toBe(second);
  expect(work.drafts.value.map(({ form }) => form.kind === 'note' && form.body)).toEqual(['First', 'Second']);
});
