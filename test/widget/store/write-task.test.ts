import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startWriting, taskForm, tomorrow } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startWithTask() {
  const bench = await startWriting();
  const [task] = (await bench.tasks()).filter(({ completed }) => completed);
  return { ...bench, taskId: task!.id, before: task! };
}

test('a new task shows at once and reaches HighLevel', async () => {
  const { send, task, tasks } = await startWriting();
  const form = taskForm({ body: 'Oak or ash?' });
  send(null, form);
  expect(task(form.title)).toMatchObject({ pending: true });
  await pass(1000);
  expect(task(form.title)).toMatchObject({ pending: false });
  const made = (await tasks()).filter(({ title }) => title === form.title);
  expect(made).toMatchObject([{ body: 'Oak or ash?', dueDate: form.dueDate, completed: false }]);
});

test('a task needs a title and a due date', async () => {
  const { send, requests } = await startWriting();
  expect(send(null, taskForm({ title: ' ', dueDate: null }))).toEqual(['title', 'due']);
  await pass(1000);
  expect(requests()).toEqual([]);
});

test('an edited task keeps its tick', async () => {
  const { send, work, taskId, before, tasks } = await startWithTask();
  const form = work.formFor('task', taskId);
  if (form?.kind !== 'task') throw new Error('no form');
  send(taskId, { ...form, title: 'Send the samples', dueDate: tomorrow() });
  await pass(1000);
  const after = (await tasks()).find(({ id }) => id === taskId);
  expect(after).toEqual({ ...before, title: 'Send the samples', dueDate: tomorrow() });
});

test('a task that is gone says so and keeps what was typed', async () => {
  const { work, taskId, sandbox, contactId } = await startWithTask();
  const form = work.formFor('task', taskId);
  if (form?.kind !== 'task') throw new Error('no form');
  const draftId = work.keep(taskId, { ...form, title: 'Send the samples' });
  await sandbox.fetch(
    new Request(`http://highlevel.test/contacts/${contactId}/tasks/${taskId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${sandbox.info.token}`, version: '2021-07-28' },
    }),
  );
  work.submit(draftId);
  await pass(1000);
  expect(work.drafts.value[0]).toMatchObject({ form: { title: 'Send the samples' }, failure: { code: 'not-found' } });
});
