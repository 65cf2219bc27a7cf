import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test('POST adds tags to those that are there, with 201', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { tags: ['old'] });
  const added = await send('POST', `${contact}/tags`, { tags: ['New', 'old'] });
  expect(added).toMatchObject({ status: 201, body: { tags: ['old', 'new'] } });
  expect((await send('GET', contact)).body.contact.tags).toEqual(['old', 'new']);
});

test('DELETE reads its tags from a body', async () => {
  const { send, contact } = openSandbox();
  await send('PUT', contact, { tags: ['one', 'two'] });
  const removed = await send('DELETE', `${contact}/tags`, { tags: ['one', 'unknown'] });
  expect(removed).toMatchObject({ status: 200, body: { tags: ['two'] } });
  expect((await send('DELETE', `${contact}/tags`)).status).toBe(422);
});

test.each(['locationId', 'contactId'])('tags refuse the key %s', async (key) => {
  const { send, contact, locationId } = openSandbox();
  const refused = await send('POST', `${contact}/tags`, { tags: ['x'], [key]: locationId });
  expect(refused).toMatchObject({ status: 422, body: { message: [`property ${key} should not exist`] } });
});
