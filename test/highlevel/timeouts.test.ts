import { expect, test } from 'vitest';
import { findDuplicate } from '../../highlevel/contact-search.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { completeTask, createTask } from '../../highlevel/tasks.ts';
import { answers, failure, keepsSilent, localServer, stalls } from './local-server.ts';

const hurry = { timeout: 60 };

test('gives up on a silent server', async () => {
  const { api } = await localServer(keepsSilent);

  const error = await failure(getContact(api(hurry), 'c1'));
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(error).not.toHaveProperty('details.unknownOutcome');
});

test('gives up on a response that stops in the middle', async () => {
  const { api } = await localServer(stalls);

  expect(await failure(getContact(api(hurry), 'c1'))).toMatchObject({ code: 'unreachable' });
});

test('reports an unknown outcome for a write without a response', async () => {
  const { api } = await localServer(keepsSilent);
  const unknown = { code: 'unreachable', details: { unknownOutcome: true } };

  expect(await failure(createTask(api(hurry), 'c1', { title: 'Call', dueDate: 0 }))).toMatchObject(unknown);
  expect(await failure(completeTask(api(hurry), 'c1', 't1', true))).toMatchObject(unknown);
});

test('reports a response that is not JSON as unreachable', async () => {
  const page = await localServer((_, response) => response.end('<html>Sign in to the Wi-Fi</html>'));
  const other = await localServer(answers(200, { hello: 'world' }));

  expect(await failure(getContact(page.api(), 'c1'))).toMatchObject({ code: 'unreachable' });
  expect(await failure(getContact(other.api(), 'c1'))).toMatchObject({ code: 'unreachable' });
});

test('an error names no value of the query', async () => {
  const { api } = await localServer(keepsSilent);

  const error = (await failure(findDuplicate(api(hurry), { locationId: 'l1', email: 'ada@example.org' }))) as Error;
  expect(error.message).toBe('GET contacts/search/duplicate: no response in time');
  expect(error.cause).toBeUndefined();
});
