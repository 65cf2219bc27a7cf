import { expect, test } from 'vitest';
import { type Asking, openSandbox } from './ask.ts';

const draft = { title: 'Call back', body: 'After five', dueDate: '2026-12-01T09:00:00Z', completed: false };

async function withTask(): Promise<Asking & { tasks: string; task: string }> {
  const asking = openSandbox();
  const tasks = `${asking.contact}/tasks`;
  const made = await asking.ask('POST', tasks, draft);
  return { ...asking, tasks, task: `${tasks}/${made.body.task.id}` };
}

test('a new task is answered with 201 and joins the list', async () => {
  const { ask, contact } = openSandbox();
  const made = await ask('POST', `${contact}/tasks`, draft);
  expect(made.status).toBe(201);
  const task = {
    ...draft,
    dueDate: '2026-12-01T09:00:00.000Z',
    id: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
    contactId: contact.split('/').at(-1),
  };
  expect(made.body.task).toEqual(task);
  expect((await ask('GET', `${contact}/tasks`)).body.tasks).toContainEqual(task);
  expect((await ask('GET', `${contact}/tasks/${made.body.task.id}`)).body.task).toEqual(task);
});

test('completing sets what it is told, both ways', async () => {
  const { ask, task } = await withTask();
  expect((await ask('PUT', `${task}/completed`, { completed: true })).body.task.completed).toBe(true);
  expect((await ask('GET', task)).body.task.completed).toBe(true);
  expect((await ask('PUT', `${task}/completed`, { completed: false })).body.task.completed).toBe(false);
  expect((await ask('PUT', `${task}/completed`)).status).toBe(422);
});

test('an update changes the named keys alone', async () => {
  const { ask, task } = await withTask();
  const updated = await ask('PUT', task, { title: 'Write instead' });
  expect(updated.status).toBe(200);
  expect((await ask('GET', task)).body.task).toMatchObject({ title: 'Write instead', body: 'After five' });
});

test('a deleted task is gone', async () => {
  const { ask, task } = await withTask();
  expect((await ask('DELETE', task)).body.succeded).toBe(true);
  expect((await ask('GET', task)).status).toBe(400);
});

test.each([
  [{ title: 'x', completed: false }, 'dueDate must be a valid ISO 8601 date string'],
  [{ ...draft, title: '' }, 'title should not be empty'],
  [{ ...draft, completed: 'no' }, 'completed must be a boolean value'],
  [{ ...draft, contactId: 'x' }, 'property contactId should not exist'],
])('a task with %o is refused', async (body, complaint) => {
  const { ask, contact } = openSandbox();
  const refused = await ask('POST', `${contact}/tasks`, body);
  expect(refused).toMatchObject({ status: 422, body: { message: [complaint] } });
});

test('a task answers only under its own contact', async () => {
  const { ask, task, sandbox } = await withTask();
  const elsewhere = task.replace(sandbox.info.contactIds[0]!, sandbox.info.contactIds[1]!);
  expect((await ask('GET', elsewhere)).status).toBe(400);
});
