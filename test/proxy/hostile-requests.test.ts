import { expect, test } from 'vitest';
import { arrange, errorOf } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

const nested = (depth: number) => `{"body":${'['.repeat(depth)}1${']'.repeat(depth)}}`;

test.each([100, 20_000, 400_000])('refuses a body that is nested %i deep', async (depth) => {
  const { proxy, session, contactId, sent } = await arrange();
  const answer = await proxy.request(`http://127.0.0.1/api/highlevel/contacts/${contactId}/notes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}` },
    body: nested(depth),
  });
  expect(answer.status).toBe(400);
  expect(await errorOf(answer)).toMatchObject({ code: 'rejected' });
  expect(sent).toEqual([]);
});

test('brackets within a text are no nesting', async () => {
  const { call, contactId } = await arrange();
  const body = { body: `\\"${'[{'.repeat(500)}` };
  expect((await call('POST', `/contacts/${contactId}/notes`, { body })).status).toBe(201);
});

test.each(['/api/session', '/api/connection', '/api/state/base', '/api/state/begin', '/api/person'])(
  'a body that is nested 20,000 deep is refused by %s',
  async (path) => {
    const { proxy, connect, enter } = await arrangeOauth();
    await connect();
    const { session } = await enter();
    const answer = await proxy.request(`https://panel.example.org${path}`, {
      method: path === '/api/person' ? 'PUT' : 'POST',
      headers: { authorization: `Bearer ${session}` },
      body: nested(20_000),
    });
    expect(answer.status).toBe(400);
  },
);

test('a request is named by the proxy, whatever the caller calls it', async () => {
  const { proxy, log } = await arrange();
  const names = ['made-up', 'made-up'].map(async (name) =>
    (await proxy.request('http://127.0.0.1/healthz', { headers: { 'x-request-id': name } })).headers.get(
      'x-request-id',
    ),
  );
  const [one, other] = await Promise.all(names);
  expect(one).toMatch(/^[0-9a-f-]{36}$/);
  expect(one).not.toBe(other);
  expect(log.join('')).not.toContain('made-up');
});

test('no cache keeps an answer of the API, of a sign-in or of the health', async () => {
  const { proxy, connect, enter, contactPath } = await arrangeOauth();
  await connect();
  const { session } = await enter();
  const paths = [
    contactPath,
    '/api/activity',
    '/api/person',
    '/api/events',
    '/api/nothing',
    '/api/highlevel/nothing',
    '/oauth/callback',
    '/healthz',
    '/readyz',
  ];
  for (const path of paths) {
    const answer = await proxy.request(`https://panel.example.org${path}`, {
      headers: { authorization: `Bearer ${session}` },
    });
    await answer.body?.cancel();
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});
