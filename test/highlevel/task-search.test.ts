import { expect, test } from 'vitest';
import { collect } from '../../highlevel/pages.ts';
import { searchTaskPage, searchTasks } from '../../highlevel/task-search.ts';
import { completeTask, createTask, listTasks } from '../../highlevel/tasks.ts';
import { listUsers } from '../../highlevel/users.ts';
import { overSandbox } from './over-sandbox.ts';

test('finds the tasks of chosen contacts', async () => {
  const { api, locationId, contactIds } = overSandbox();
  const [one = '', other = ''] = contactIds;

  const expected = [...(await listTasks(api, one)), ...(await listTasks(api, other))];
  const found = await collect(searchTasks(api, locationId, { contactIds: [one, other] }));
  expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
});

test('finds tasks by state, assignee and words', async () => {
  const { api, locationId, companyId, contactId } = overSandbox();
  const [user] = await listUsers(api, { companyId, locationId });
  const assignee = user?.id ?? '';
  const task = await createTask(api, contactId, { title: 'Zephyr proposal', dueDate: 0, assignee });

  const search = { assignees: [assignee], query: 'Zephyr', completed: false };
  expect(await collect(searchTasks(api, locationId, search))).toEqual([task]);
  await completeTask(api, contactId, task.id, true);
  expect(await collect(searchTasks(api, locationId, search))).toEqual([]);
});

test('finds every task once, over many pages, under either spelling of the id', async () => {
  const { api, sandbox, locationId } = overSandbox({ contacts: 240 });

  const once = (await collect(searchTasks(api, locationId, {}))).map(({ id }) => id);
  expect(once.length).toBeGreaterThan(100);
  expect(new Set(once).size).toBe(once.length);
  sandbox.quirks.foundTaskIdUnderscored = true;
  expect((await collect(searchTasks(api, locationId, {}))).map(({ id }) => id)).toEqual(once);
});

test('one page of the tasks is one request', async () => {
  const { api, locationId, sandbox } = overSandbox();
  const before = sandbox.requests.length;
  const page = await searchTaskPage(api, locationId, {}, { skip: 0, limit: 5 });
  expect(page).toHaveLength(5);
  expect(sandbox.requests.length - before).toBe(1);
});
