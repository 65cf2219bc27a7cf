import { expect, test } from 'vitest';
import { arrange, arrangeSessions, errorOf, openSessions } from './arrange.ts';

const connection = { locationId: 'L', locationName: 'Sandbox', token: async () => 'pit-1' };

test('gives a session and says what it reaches', async () => {
  const { proxy, locationId, introduce } = await arrange();
  const before = Date.now();
  const answer = await proxy.request('http://127.0.0.1/api/session', {
    method: 'POST',
    body: JSON.stringify(await introduce()),
  });
  const { session, expiresAt, ...rest } = (await answer.json()) as { session: string; expiresAt: number };
  expect(session).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(expiresAt - before).toBeGreaterThanOrEqual(600_000);
  expect(rest).toEqual({ role: 'owner', connection: { locationId, locationName: 'Sandbox' }, canConnect: false });
});

test.each([undefined, '', 'Bearer', 'Bearer wrong', 'Basic wrong'])(
  'forwards nothing with the authorization %j',
  async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const { proxy, sent, contactId } = await arrange();
    const answer = await proxy.request(`http://127.0.0.1/api/highlevel/contacts/${contactId}`, { headers });
    expect(answer.status).toBe(401);
    expect(await errorOf(answer)).toMatchObject({ code: 'unauthenticated' });
    expect(sent).toEqual([]);
  },
);

test('takes a session for ten minutes', async () => {
  const { sessions, introduce, later } = await arrangeSessions(connection);
  const { session } = await sessions.open(await introduce());
  later(595);
  expect((await sessions.find(session)).session).toBe(session);
  later(10);
  await expect(sessions.find(session)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('takes no session that another proxy signed with other keys', async () => {
  const [one, other] = await Promise.all([arrangeSessions(connection), arrangeSessions(connection)]);
  const { session } = await one.sessions.open(await one.introduce());
  await expect(other.sessions.find(session)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test.each(['owner', 'editor', 'viewer'] as const)('carries the role of an %s', async (person) => {
  const { sessions, introduce } = await arrangeSessions(connection);
  const { session } = await sessions.open(await introduce(person));
  expect(await sessions.find(session)).toMatchObject({ role: person });
});

test('tells why Grist does not vouch, and whether a new token may help', async () => {
  const { sessions, introduce, later } = await arrangeSessions(connection);
  const introduction = await introduce();
  await expect(sessions.open({ ...introduction, docId: 'anotherDocumentEntirely' })).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'other-document' },
  });
  later(901);
  await expect(sessions.open(introduction)).rejects.toMatchObject({
    code: 'unauthenticated',
    details: { reason: 'expired-token' },
  });
});

test.each(['', 'no json', '{}', '{"origin":1,"docId":"a","token":""}', '[]'])(
  'refuses to open a session for %j',
  async (body) => {
    const { proxy } = await arrange();
    const answer = await proxy.request('http://127.0.0.1/api/session', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toMatchObject({ code: 'rejected' });
  },
);

test('lets a viewer read and search, and change nothing', async () => {
  const { call, sent, contactId } = await arrange({ sessions: openSessions('viewer', connection) });
  await call('GET', `/contacts/${contactId}`);
  await call('POST', '/contacts/search', { body: { pageLimit: 1 } });
  expect(sent).toHaveLength(2);
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(answer.status).toBe(403);
  expect(await errorOf(answer)).toMatchObject({ code: 'forbidden' });
  expect(sent).toHaveLength(2);
});

test('says that a document is not connected', async () => {
  const { call, sent, contactId } = await arrange({ sessions: openSessions('owner', null) });
  expect(await errorOf(call('GET', `/contacts/${contactId}`))).toMatchObject({ code: 'not-connected' });
  expect(sent).toEqual([]);
});
