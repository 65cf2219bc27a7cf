import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

test('sends HighLevel the connection token and nothing of the browser', async () => {
  const { call, sent, contactId, sandbox } = await arrange();
  await call('GET', `/contacts/${contactId}`, {
    headers: {
      cookie: 'grist_sid=1',
      origin: 'http://127.0.0.1',
      referer: 'https://grist.example.org/doc',
      'x-forwarded-for': '10.0.0.1',
      'x-anything': '1',
      version: '2023-02-21',
      te: 'trailers',
      'proxy-authorization': 'Basic x',
    },
  });
  const headers = Object.fromEntries(sent[0]!.headers);
  expect(headers).toEqual({
    accept: 'application/json',
    authorization: `Bearer ${sandbox.info.token}`,
    'user-agent': 'grist-highlevel-panel',
    version: '2021-07-28',
  });
});

test('passes the rate limits on, and no other header of HighLevel', async () => {
  const fetch = async () =>
    Response.json(
      { contact: {} },
      {
        headers: {
          'x-ratelimit-remaining': '42',
          'set-cookie': 'a=1',
          connection: 'keep-alive, x-secret',
          'keep-alive': 'timeout=5',
          'x-secret': '1',
          server: 'highlevel',
        },
      },
    );
  const { call } = await arrange({ fetch });
  const { headers } = await call('GET', '/contacts/ocQHyuzHvysMo5N5VsXc');
  expect(headers.get('x-ratelimit-remaining')).toBe('42');
  for (const name of ['set-cookie', 'connection', 'keep-alive', 'x-secret', 'server']) {
    expect(headers.get(name)).toBeNull();
  }
});

test('lets no answer of the API be cached', async () => {
  const { call, contactId } = await arrange();
  expect((await call('GET', `/contacts/${contactId}`)).headers.get('cache-control')).toBe('no-store');
  expect((await call('GET', '/nothing')).headers.get('cache-control')).toBe('no-store');
});

test('names each request, also in refusals', async () => {
  const { call, contactId } = await arrange();
  expect((await call('GET', `/contacts/${contactId}`)).headers.get('x-request-id')).toMatch(/^[\w-]{20,}$/);
  expect((await call('GET', '/nothing')).headers.get('x-request-id')).toMatch(/^[\w-]{20,}$/);
});

test('lets no redirect carry the token on', async () => {
  const redirects: unknown[] = [];
  const { call, contactId } = await arrange({
    fetch: async (_input, init) => {
      redirects.push(init?.redirect);
      return Response.json({ contact: {} });
    },
  });
  await call('GET', `/contacts/${contactId}`);
  await call('PUT', `/contacts/${contactId}`, { body: { city: 'Leeds' } });
  expect(redirects).toEqual(['manual', 'manual']);
});
