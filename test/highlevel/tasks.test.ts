import { expect, test } from 'vitest';
import { completeTask, createTask, deleteTask, getTask, listTasks, updateTask } from '../../highlevel/tasks.ts';
import { listUsers } from '../../highlevel/users.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

const dueDate = Date.parse('2026-11-21T09:30:00.750Z');

async function withTask() {
  const over = overSandbox({ quirks: { taskUpdateRefusesMilliseconds: true } });
  const task = await createTask(over.api, over.contactId, { title: 'Call', dueDate });
  return { ...over, task };
}

test('creates a task, open by default', async () => {
  const { api, contactId, task } = await withTask();

  expect(task).toMatchObject({ contactId, title: 'Call', completed: false, assignee: '', body: '' });
  expect(await getTask(api, contactId, task.id)).toEqual(task);
});

test('sends due dates in whole seconds', async () => {
  const { api, sent, contactId, task } = await withTask();

  const moved = await updateTask(api, contactId, task.id, { dueDate: dueDate + 60_000 });
  expect(sent.at(-1)?.body).toEqual({ dueDate: '2026-11-21T09:31:00Z' });
  expect(moved.dueDate).toBe(Date.parse('2026-11-21T09:31:00Z'));
});

test('lists the tasks of a contact', async () => {
  const { api, contactId, task } = await withTask();

  const tasks = await listTasks(api, contactId);
  expect(tasks.length).toBeGreaterThan(1);
  expect(tasks).toContainEqual(task);
});

test('marks a task done and not done', async () => {
  const { api, contactId, task } = await withTask();

  expect(await completeTask(api, contactId, task.id, true)).toEqual({ ...task, completed: true });
  expect(await completeTask(api, contactId, task.id, false)).toEqual(task);
});

test('assigns a task to a user and unassigns it', async () => {
  const { api, contactId, companyId, locationId, task } = await withTask();
  const [user] = await listUsers(api, { companyId, locationId });

  expect(await updateTask(api, contactId, task.id, { assignee: user?.id })).toMatchObject({ assignee: user?.id });
  expect(await updateTask(api, contactId, task.id, { assignee: null })).toMatchObject({ assignee: '' });
});

test('completes a task although the first response was lost', async () => {
  const { api, sandbox, contactId, task } = await withTask();
  sandbox.faults.add('cut-after', { times: 1 });

  expect(await completeTask(api, contactId, task.id, true)).toMatchObject({ completed: true });
});

test('deletes a task', async () => {
  const { api, contactId, task } = await withTask();

  await deleteTask(api, contactId, task.id);
  expect(await failure(getTask(api, contactId, task.id))).toMatchObject({ code: 'not-found' });
});
