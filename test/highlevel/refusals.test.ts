import { expect, test } from 'vitest';
import { createContact, getContact } from '../../highlevel/contacts.ts';
import { answers, failure, localServer } from './local-server.ts';

test.each([
  [400, 'Contact with id c1 not found', 'not-found'],
  [400, 'Bad Request', 'rejected'],
  [401, 'Invalid JWT', 'unauthenticated'],
  [401, 'Invalid Private Integration token', 'unauthenticated'],
  [401, 'The token is not authorized for this scope.', 'forbidden'],
  [401, 'version header was not found.', 'forbidden'],
  [401, 'version header is invalid', 'forbidden'],
  [403, 'The token does not have access to this location.', 'forbidden'],
  [404, 'Task not found', 'not-found'],
  [404, 'Cannot GET /contacts', 'rejected'],
  [409, 'Conflict', 'conflict'],
  [418, 'Short and stout', 'rejected'],
  [422, ['property x should not exist', 'property y should not exist'], 'rejected'],
])('reads %i "%s" as %s', async (status, message, code) => {
  const { api } = await localServer(answers(status, { statusCode: status, message, traceId: 't1' }));

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({
    name: 'HighLevelError',
    code,
    message: `GET contacts/:id: ${code} (${status})`,
    details: { status, traceId: 't1', complaints: [message].flat() },
  });
});

test('reads a failed gateway as an unreachable HighLevel', async () => {
  const { api } = await localServer(answers(401, { message: 'Command timed out' }));

  expect(await failure(createContact(api(), 'l1', { firstName: 'Ada' }))).toMatchObject({
    code: 'unreachable',
    details: { unknownOutcome: true },
  });
});

test('names the existing contact of a refused duplicate', async () => {
  const message = 'This location does not allow duplicated contacts.';
  const meta = { contactId: 'c2', contactName: 'Ada', matchingField: 'email' };
  const { api } = await localServer(answers(400, { statusCode: 400, message, meta }));

  expect(await failure(createContact(api(), 'l1', { email: 'ada@example.org' }))).toMatchObject({
    code: 'rejected',
    details: { duplicateOf: { contactId: 'c2', matchingField: 'email' } },
  });
});

test('a 404 of a machine in between does not mean a missing contact', async () => {
  const { api } = await localServer((_, response) => response.writeHead(404).end('<h1>404</h1>'));

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({ code: 'unreachable' });
});

test.each(['', ' ', '.', '..'])('sends no request for the contact "%s"', async (contactId) => {
  const { api, received } = await localServer(answers(200, {}));

  expect(await failure(getContact(api(), contactId))).toMatchObject({ code: 'not-found' });
  expect(received).toHaveLength(0);
});

test('encodes an invalid id', async () => {
  const { api, received } = await localServer(answers(200, { contact: { id: 'c1' } }));

  await getContact(api(), '../users?a=b');
  expect(received[0]?.url).toBe('/contacts/..%2Fusers%3Fa%3Db');
});
