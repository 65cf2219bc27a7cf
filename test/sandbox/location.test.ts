import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

interface Task {
  id: string;
  contactId: string;
  completed: boolean;
  title: string;
}

test('the location has its zone, company and rule for duplicates', async () => {
  const { send, locationId, sandbox } = openSandbox();
  expect((await send('GET', `/locations/${locationId}`)).body.location).toMatchObject({
    id: locationId,
    companyId: sandbox.info.companyId,
    timezone: 'Europe/London',
    country: 'GB',
    settings: { allowDuplicateContact: false },
  });
});

test('tags are listed, and created with 200', async () => {
  const { send, locationId } = openSandbox();
  const made = await send('POST', `/locations/${locationId}/tags`, { name: 'Brand new' });
  expect(made).toMatchObject({ status: 200, body: { tag: { name: 'brand new', locationId } } });
  expect((await send('GET', `/locations/${locationId}/tags`)).body.tags).toContainEqual(made.body.tag);
  expect((await send('POST', `/locations/${locationId}/tags`, { name: 'brand NEW' })).status).toBe(400);
});

test('tasks are found across contacts', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const find = async (body: object) =>
    (await send('POST', `/locations/${locationId}/tasks/search`, body)).body.tasks as Task[];
  const [one, other] = sandbox.info.contactIds;
  expect(await find({})).toHaveLength(25);
  const ofTwo = await find({ contactId: [one, other], limit: 100 });
  expect(new Set(ofTwo.map(({ contactId }) => contactId))).toEqual(new Set([one, other]));
  expect(await find({ contactId: [one, other], limit: 3, skip: 2 })).toEqual(ofTwo.slice(2, 5));
  expect((await find({ completed: true, limit: 500 })).every(({ completed }) => completed)).toBe(true);
  expect((await find({ query: 'SURVEY', limit: 500 })).length).toBeGreaterThan(0);
  expect((await send('POST', `/locations/${locationId}/tasks/search`, { contact: one })).status).toBe(422);
});

test('users are searched in the company, a required parameter', async () => {
  const { send, sandbox } = openSandbox();
  const { companyId } = sandbox.info;
  expect((await send('GET', '/users/search')).status).toBe(422);
  const all = (await send('GET', `/users/search?companyId=${companyId}`)).body;
  expect(all.count).toBe(6);
  const found = (await send('GET', `/users/search?companyId=${companyId}&query=hannah`)).body;
  expect(found.users).toMatchObject([{ firstName: 'Hannah', roles: { role: 'admin' } }]);
  const second = (await send('GET', `/users/search?companyId=${companyId}&limit=2&skip=1`)).body;
  expect(second.users).toEqual(all.users.slice(1, 3));
});

test('one user comes without a wrapper, and without `deleted`', async () => {
  const { send, locationId } = openSandbox();
  const [{ deleted, ...user }] = (await send('GET', `/users/?locationId=${locationId}`)).body.users;
  expect((await send('GET', `/users/${user.id}`)).body).toEqual({ ...user, traceId: expect.any(String) });
  expect((await send('GET', '/users/nobody')).status).toBe(400);
});
