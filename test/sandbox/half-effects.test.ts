import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test('an ignored value is answered with success and not stored, and others are', async () => {
  const { send, contact, sandbox } = openSandbox();
  const { city } = (await send('GET', contact)).body.contact;
  sandbox.faults.add('value-ignored', { field: 'city' });
  const written = await send('PUT', contact, { city: 'Oslo', website: 'https://example.org' });
  expect(written).toMatchObject({ status: 200, body: { contact: { city, website: 'https://example.org' } } });
  expect((await send('GET', contact)).body.contact.city).toBe(city);
});

test('an ignored custom field keeps its value, and the others of the update are stored', async () => {
  const { send, contact, sandbox, locationId } = openSandbox();
  const { customFields } = (await send('GET', `/locations/${locationId}/customFields`)).body;
  const [one, other] = customFields.filter(({ dataType }: { dataType: string }) => /TEXT$/.test(dataType));
  sandbox.faults.add('value-ignored', { field: one.id });
  await send('PUT', contact, {
    customFields: [one, other].map(({ id }) => ({ id, field_value: 'Zebra' })),
  });
  const stored = (await send('GET', contact)).body.contact.customFields as { id: string; value: unknown }[];
  expect(stored.filter(({ value }) => value === 'Zebra').map(({ id }) => id)).toEqual([other.id]);
});

test('a value is stored by half', async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('value-halved', { path: '/tasks', field: 'title' });
  expect((await send('PUT', contact, { city: 'Oslo' })).body.contact.city).toBe('Oslo');
  const dueDate = '2026-12-01T10:00:00Z';
  const made = await send('POST', `${contact}/tasks`, { title: 'Call back', dueDate, completed: false });
  expect(made.body.task.title).toBe('Call ');
});

test('an ignored tick leaves the task open', async () => {
  const { send, contact, sandbox } = openSandbox();
  const dueDate = '2026-12-01T10:00:00Z';
  const { task } = (await send('POST', `${contact}/tasks`, { title: 'Call', dueDate, completed: false })).body;
  sandbox.faults.add('value-ignored', { path: '/completed' });
  expect(await send('PUT', `${contact}/tasks/${task.id}/completed`, { completed: true })).toMatchObject({
    status: 200,
  });
  expect((await send('GET', `${contact}/tasks/${task.id}`)).body.task.completed).toBe(false);
});

test('a normalised value is the same in another form', async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('value-normalised');
  const { website, city, dateOfBirth } = (
    await send('PUT', contact, { website: 'http://Example.org', city: ' New  York', dateOfBirth: '1979-05-06' })
  ).body.contact;
  expect({ website, city, dateOfBirth }).toEqual({
    website: 'https://example.org/',
    city: 'new york',
    dateOfBirth: '1979-05-06',
  });
  expect((await send('POST', `${contact}/notes`, { body: 'One\nTwo' })).body.note.body).toBe('<p>One</p><p>Two</p>');
});
