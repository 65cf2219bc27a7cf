import { expect, test } from 'vitest';
import { openSandbox } from './ask.ts';

test('POST adds tags to those that are there, with 201', async () => {
  const { ask, contact } = openSandbox();
  await ask('PUT', contact, { tags: ['old'] });
  const added = await ask('POST', `${contact}/tags`, { tags: ['New', 'old'] });
  expect(added).toMatchObject({ status: 201, body: { tags: ['old', 'new'] } });
  expect((await ask('GET', contact)).body.contact.tags).toEqual(['old', 'new']);
});

test('DELETE takes its tags from a body', async () => {
  const { ask, contact } = openSandbox();
  await ask('PUT', contact, { tags: ['one', 'two'] });
  const removed = await ask('DELETE', `${contact}/tags`, { tags: ['one', 'unknown'] });
  expect(removed).toMatchObject({ status: 200, body: { tags: ['two'] } });
  expect((await ask('DELETE', `${contact}/tags`)).status).toBe(422);
});

test.each(['locationId', 'contactId'])('tags refuse the key %s', async (key) => {
  const { ask, contact, locationId } = openSandbox();
  const refused = await ask('POST', `${contact}/tags`, { tags: ['x'], [key]: locationId });
  expect(refused).toMatchObject({ status: 422, body: { message: [`property ${key} should not exist`] } });
});
