import { expect, test } from 'vitest';
import { closedSessions } from '../../proxy/closed-sessions.ts';
import { createDemoSessions } from '../../proxy/demo-sessions.ts';
import type { Role, Sessions } from '../../proxy/sessions.ts';
import { arrange, errorOf } from './arrange.ts';

const token = async () => 'pit-1';
const connection = { locationId: 'L', locationName: 'Sandbox', token };
const introduction = { origin: 'https://grist.example.org', docId: 'demo', token: '' };

test('gives a session and says what it reaches', async () => {
  const { proxy, locationId } = await arrange();
  const before = Date.now();
  const answer = await proxy.request('http://127.0.0.1/api/session', {
    method: 'POST',
    body: JSON.stringify(introduction),
  });
  const { session, expiresAt, ...rest } = (await answer.json()) as { session: string; expiresAt: number };
  expect(session).toMatch(/^[\w-]{32}$/);
  expect(expiresAt - before).toBeGreaterThanOrEqual(600_000);
  expect(rest).toEqual({ role: 'owner', connection: { locationId, locationName: 'Sandbox' } });
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

test('forgets a session after ten minutes', async () => {
  let now = 0;
  const sessions = createDemoSessions(connection, () => now);
  const { session } = await sessions.open(introduction, { local: true });
  now = 599_999;
  expect((await sessions.find(session)).session).toBe(session);
  now = 600_000;
  await expect(sessions.find(session)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('keeps the sessions of a day of reloads within bounds', async () => {
  const sessions = createDemoSessions(connection);
  const first = await sessions.open(introduction, { local: true });
  for (let count = 0; count < 1000; count++) await sessions.open(introduction, { local: true });
  await expect(sessions.find(first.session)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test.each(['http://192.168.0.7', 'http://panel.example.org', 'http://localhost.example.org'])(
  'gives %s no session in the demo',
  async (url) => {
    const { proxy } = await arrange();
    const answer = await proxy.request(`${url}/api/session`, { method: 'POST', body: JSON.stringify(introduction) });
    expect(answer.status).toBe(403);
  },
);

test.each(['', 'no json', '{}', '{"origin":1,"docId":"a","token":""}', '[]'])(
  'refuses to open a session for %j',
  async (body) => {
    const { proxy } = await arrange();
    const answer = await proxy.request('http://127.0.0.1/api/session', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toMatchObject({ code: 'rejected' });
  },
);

test.each(['/api/session', '/api/highlevel/contacts/search', '/api/anything'])(
  'serves %s in the demo only',
  async (path) => {
    const { proxy, sent } = await arrange({ sessions: closedSessions });
    const answer = await proxy.request(`http://127.0.0.1${path}`, {
      method: 'POST',
      body: JSON.stringify(introduction),
    });
    expect(answer.status).toBe(403);
    expect(await errorOf(answer)).toEqual({
      code: 'forbidden',
      message: 'This version serves its API in the demo only.',
    });
    expect(sent).toEqual([]);
  },
);

const sessionsOf = (role: Role, connected: boolean): Sessions => {
  const session = { session: 's', role, expiresAt: Date.now() + 1000, connection: connected ? connection : null };
  return { open: async () => session, find: async () => session };
};

test('lets a viewer read and search, and change nothing', async () => {
  const { call, sent, contactId } = await arrange({ sessions: sessionsOf('viewer', true) });
  await call('GET', `/contacts/${contactId}`);
  await call('POST', '/contacts/search', { body: { pageLimit: 1 } });
  expect(sent).toHaveLength(2);
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(answer.status).toBe(403);
  expect(await errorOf(answer)).toMatchObject({ code: 'forbidden' });
  expect(sent).toHaveLength(2);
});

test('says that a document is not connected', async () => {
  const { call, sent, contactId } = await arrange({ sessions: sessionsOf('owner', false) });
  expect(await errorOf(call('GET', `/contacts/${contactId}`))).toMatchObject({ code: 'not-connected' });
  expect(sent).toEqual([]);
});
