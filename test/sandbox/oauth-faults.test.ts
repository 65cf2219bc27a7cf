import { expect, test } from 'vitest';
import { openOAuth } from './oauth-arrange.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('an expired token stays expired until it is refreshed', async () => {
  const { connect, send, contact, sandbox, token } = openOAuth();
  const { access_token, refresh_token } = await connect();
  sandbox.faults.add('expired-token', { times: 1 });
  const read = (accessToken: string) => send('GET', contact, undefined, bearer(accessToken));
  expect([(await read(access_token)).status, (await read(access_token)).status]).toEqual([401, 401]);
  const fresh = (await token({ grant_type: 'refresh_token', refresh_token })).body.access_token;
  expect((await read(fresh)).status).toBe(200);
});

test('a revoked refresh token stays invalid', async () => {
  const { connect, sandbox, token } = openOAuth();
  const { refresh_token } = await connect();
  const refresh = () => token({ grant_type: 'refresh_token', refresh_token });
  sandbox.faults.add('revoked-refresh-token', { times: 1 });
  expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await refresh()).status).toBe(400);
});

test('a location that is not active (docs repository, issue 249) costs no refresh token', async () => {
  const { connect, sandbox, token } = openOAuth();
  const { refresh_token } = await connect();
  const refresh = () => token({ grant_type: 'refresh_token', refresh_token });
  sandbox.faults.add('inactive-location', { times: 1 });
  expect(await refresh()).toMatchObject({ status: 400, body: { message: 'Location is not active' } });
  expect((await refresh()).status).toBe(200);
});

test('a slow token endpoint delays only tokens', async () => {
  const { connect, send, contact, sandbox, token } = openOAuth();
  const { refresh_token } = await connect();
  const fault = sandbox.faults.add('slow-token-endpoint', { ms: 30 });
  await send('GET', contact);
  expect(fault.hits).toBe(0);
  const before = performance.now();
  expect((await token({ grant_type: 'refresh_token', refresh_token })).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThan(25);
});

test('a request cut after the token was rotated can be repeated within the window', async () => {
  const { connect, sandbox, token, pass } = openOAuth();
  const { refresh_token } = await connect();
  const refresh = () => token({ grant_type: 'refresh_token', refresh_token });
  sandbox.faults.add('cut-after', { times: 1, path: '/oauth/token' });
  await expect(refresh()).rejects.toThrow(TypeError);
  expect((await refresh()).status).toBe(200);
  pass(30_001);
  expect((await refresh()).status).toBe(400);
});

test('an uninstall revokes the app’s tokens, and leaves a private token valid', async () => {
  const { connect, send, contact, sandbox, token, locationId } = openOAuth();
  const { access_token, refresh_token } = await connect();
  sandbox.uninstall(locationId);
  expect((await send('GET', contact, undefined, bearer(access_token))).status).toBe(401);
  expect((await token({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
  expect((await send('GET', contact)).status).toBe(200);
});
