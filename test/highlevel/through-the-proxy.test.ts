import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import { createTask } from '../../highlevel/tasks.ts';
import { openSession } from '../../panel-api/session.ts';
import { answers, failure, localServer } from './local-server.ts';

const contact = answers(200, { contact: { id: 'c1' } });
const refused = answers(401, { error: { code: 'unauthenticated', message: 'The session has ended' } });

async function proxy(...given: Parameters<typeof localServer>) {
  const server = await localServer(...given);
  const requested: (string | undefined)[] = [];
  const session = async (stale?: string) => {
    requested.push(stale);
    return stale ? 'fresh' : 'first';
  };
  return { ...server, requested, api: createApi({ via: 'proxy', url: `${server.url}/`, session }) };
}

test('carries the session and nothing of HighLevel', async () => {
  const { api, received } = await proxy(contact);

  await getContact(api, 'c1');
  expect(received[0]).toMatchObject({ url: '/api/highlevel/contacts/c1', headers: { authorization: 'Bearer first' } });
  expect(received[0]?.headers).not.toHaveProperty('version');
});

test('requests a new session once and repeats the request', async () => {
  const { api, requested, received } = await proxy(refused, answers(201, { task: { id: 't1' } }));

  expect(await createTask(api, 'c1', { title: 'Call', dueDate: 0 })).toMatchObject({ id: 't1' });
  expect(requested).toEqual([undefined, 'first']);
  expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer fresh']);
  expect(received[1]?.body).toBe(received[0]?.body);
});

test('gives up when the new session is refused too', async () => {
  const { api, received } = await proxy(refused);

  expect(await failure(getContact(api, 'c1'))).toMatchObject({ code: 'unauthenticated' });
  expect(received).toHaveLength(2);
});

test('keeps the session when a 401 is about something else', async () => {
  const { api, requested } = await proxy(answers(401, { error: { code: 'forbidden', message: 'Scope is missing' } }));

  expect(await failure(getContact(api, 'c1'))).toMatchObject({ code: 'forbidden' });
  expect(requested).toHaveLength(1);
});

test('returns the proxy’s description of a failure', async () => {
  const error = {
    code: 'rejected',
    message: 'HighLevel refused the change',
    complaints: ['email must be an email'],
    duplicateOf: { contactId: 'c2', matchingField: 'email' },
    traceId: 't1',
  };
  const { api } = await proxy(answers(422, { error }));

  expect(await failure(getContact(api, 'c1'))).toMatchObject({
    code: 'rejected',
    details: { status: 422, complaints: error.complaints, duplicateOf: error.duplicateOf, traceId: 't1' },
  });
});

test('takes the outcome of a write from the proxy', async () => {
  const unsent = { code: 'unreachable', message: 'HighLevel was not reached', unknownOutcome: false };
  const { api } = await proxy(answers(502, { error: unsent }));

  expect(await failure(createTask(api, 'c1', { title: 'Call', dueDate: 0 }))).toMatchObject({
    details: { unknownOutcome: false },
  });
});

test('returns the reason why no session could be opened', async () => {
  const reason = new HighLevelError('not-connected', 'No location is connected');
  const api = createApi({ via: 'proxy', url: 'http://127.0.0.1:9', session: () => Promise.reject(reason) });

  expect(await failure(getContact(api, 'c1'))).toBe(reason);
});

test('opens a session with the token of Grist', async () => {
  const answer = {
    session: 's1',
    role: 'editor',
    expiresAt: 1_800_000_000_000,
    connection: { locationId: 'l1', locationName: 'Oslo', connectedAt: 1_790_000_000_000, scopes: [], broken: false },
    canConnect: true,
  };
  const { url, received } = await localServer(answers(200, answer));

  const voucher = { origin: 'https://grist.example.org', docId: 'd1', token: 'g1' };
  expect(await openSession(`${url}/`, voucher)).toEqual(answer);
  expect(received[0]).toMatchObject({ method: 'POST', url: '/api/session', body: JSON.stringify(voucher) });
  expect(received[0]?.headers).not.toHaveProperty('authorization');
});

test('reads an unknown role as viewer and a missing location as none', async () => {
  const { url } = await localServer(answers(200, { session: 's1', role: 'admin', expiresAt: 1, connection: null }));

  expect(await openSession(url, { origin: 'o', docId: 'd', token: 't' })).toMatchObject({
    role: 'viewer',
    connection: null,
  });
});

test('reports a response without a session as unreachable', async () => {
  const { url } = await localServer(answers(200, { hello: 'world' }));

  expect(await failure(openSession(url, { origin: 'o', docId: 'd', token: 't' }))).toMatchObject({
    code: 'unreachable',
  });
});
