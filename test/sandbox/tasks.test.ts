import { expect, test } from 'vitest';
import { type OpenedSandbox, openSandbox } from './open-sandbox.ts';

const draft = { title: 'Call back', body: 'After five', dueDate: '2026-12-01T09:00:00Z', completed: false };

async function withTask(): Promise<OpenedSandbox & { tasks: string; task: string }> {
  const opened = openSandbox();
  const tasks = `${opened.contact}/tasks`;
  const made = await opened.send('POST', tasks, draft);
  return { ...opened, tasks, task: `${tasks}/${made.body.task.id}` };
}

test('a new task is answered with 201 and is listed', async () => {
  const { send, contact } = openSandbox();
  const made = await send('POST', `${contact}/tasks`, draft);
  expect(made.status).toBe(201);
  const task = {
    ...draft,
    dueDate: '2026-12-01T09:00:00.000Z',
    id: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
    contactId: contact.split('/').at(-1),
  };
  expect(made.body.task).toEqual(task);
  expect((await send('GET', `${contact}/tasks`)).body.tasks).toContainEqual(task);
  expect((await send('GET', `${contact}/tasks/${made.body.task.id}`)).body.task).toEqual(task);
});

test('completing sets the given state, both ways', async () => {
  const { send, task } = await withTask();
  expect((await send('PUT', `${task}/completed`, { completed: true })).body.task.completed).toBe(true);
  expect((await send('GET', task)).body.task.completed).toBe(true);
  expect((await send('PUT', `${task}/completed`, { completed: false })).body.task.completed).toBe(false);
  expect((await send('PUT', `${task}/completed`)).status).toBe(422);
});

test('an update changes the named keys alone', async () => {
  const { send, task } = await withTask();
  const updated = await send('PUT', task, { title: 'Write instead' });
  expect(updated.status).toBe(200);
  expect((await send('GET', task)).body.task).toMatchObject({ title: 'Write instead', body: 'After five' });
});

test('a deleted task cannot be read', async () => {
  const { send, task } = await withTask();
  expect((await send('DELETE', task)).body.succeded).toBe(true);
  expect((await send('GET', task)).status).toBe(400);
});

test.each([
  [{ title: 'x', completed: false }, 'dueDate must be a valid ISO 8601 date string'],
  [{ ...draft, title: '' }, 'title should not be empty'],
  [{ ...draft, completed: 'no' }, 'completed must be a boolean value'],
  [{ ...draft, contactId: 'x' }, 'property contactId should not exist'],
])('a task with %o is refused', async (body, complaint) => {
  const { send, contact } = openSandbox();
  const refused = await send('POST', `${contact}/tasks`, body);
  expect(refused).toMatchObject({ status: 422, body: { message: [complaint] } });
});

test('a task is found only under its own contact', async () => {
  const { send, task, sandbox } = await withTask();
  const elsewhere = task.replace(sandbox.info.contactIds[0]!, sandbox.info.contactIds[1]!);
  expect((await send('GET', elsewhere)).status).toBe(400);
});
