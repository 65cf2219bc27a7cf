import { expect, test } from 'vitest';
import type { FaultName, FaultOptions } from '../../sandbox/faults.ts';
import { arrangeOauth } from './arrange-oauth.ts';

/** A document whose access token has ended, while HighLevel's token endpoint says what the fault makes it say. */
async function arrange(fault: FaultName, options: FaultOptions = {}) {
  const arranged = await arrangeOauth();
  const { sandbox, connect, enter, request, contactPath } = arranged;
  await connect();
  const { session } = await enter();
  sandbox.grants.expire();
  sandbox.faults.add(fault, { path: '/oauth/token', ...options });
  const read = () => request('GET', contactPath, session);
  const asked = () => sandbox.requests.filter(({ path }) => path === '/oauth/token').length;
  return { ...arranged, read, asked };
}

test.each<[string, FaultName, FaultOptions]>([
  ['is limited', 'rate-limited', {}],
  ['fails', 'server-error', { status: 500 }],
  ['is away', 'server-error', { status: 503 }],
])('a token endpoint that %s costs the call, and the next one renews', async (_how, fault, options) => {
  const { read, asked, sandbox } = await arrange(fault, options);
  const before = asked();
  expect(await read()).toMatchObject({ status: 502, body: { error: { code: 'unreachable', reason: 'passing' } } });
  expect(asked() - before).toBe(1);
  sandbox.faults.clear();
  expect((await read()).status).toBe(200);
});

test('a location that is not active is told, and works again once it is', async () => {
  const { read, sandbox, enter } = await arrange('inactive-location');
  expect(await read()).toMatchObject({
    status: 403,
    body: { error: { code: 'not-connected', reason: 'inactive', message: expect.stringContaining('not active') } },
  });
  expect((await enter()).connection).toMatchObject({ broken: null });
  sandbox.faults.clear();
  expect((await read()).status).toBe(200);
});

test('a refresh token that HighLevel no longer takes is not sent again', async () => {
  const { read, asked } = await arrange('revoked-refresh-token');
  const before = asked();
  for (let call = 0; call < 3; call += 1) {
    expect(await read()).toMatchObject({ status: 403, body: { error: { code: 'not-connected', reason: 'final' } } });
  }
  expect(asked() - before).toBe(1);
});
