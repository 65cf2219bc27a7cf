import { expect, test } from 'vitest';
import { openOAuth, redirectUri } from './oauth-arrange.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('a code is exchanged for tokens of the chosen location', async () => {
  const { connect, send, contact, sandbox, locationId } = openOAuth();
  const tokens = await connect();
  expect(tokens).toMatchObject({
    token_type: 'Bearer',
    expires_in: 86_399,
    userType: 'Location',
    locationId,
    companyId: sandbox.info.companyId,
    userId: expect.any(String),
    scope: expect.stringContaining('contacts.write'),
  });
  expect((await send('GET', contact, undefined, bearer(tokens.access_token))).status).toBe(200);
});

test('a code is valid once, for ten minutes, and for its own redirect address', async () => {
  const { choose, token, locationId, pass } = openOAuth();
  const codeOf = async () => (await choose(locationId)).searchParams.get('code') ?? '';
  const exchange = (code: string, redirect_uri = redirectUri) =>
    token({ grant_type: 'authorization_code', code, redirect_uri });
  const code = await codeOf();
  expect((await exchange(code)).status).toBe(200);
  expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await exchange(await codeOf(), 'https://elsewhere.example')).status).toBe(400);
  const late = await codeOf();
  pass(600_000);
  expect((await exchange(late)).status).toBe(400);
});

test('a refresh token is valid once; for thirty seconds its reuse returns the same pair', async () => {
  const { connect, token, pass } = openOAuth();
  const { refresh_token } = await connect();
  const refresh = (given: string) => token({ grant_type: 'refresh_token', refresh_token: given });
  const first = await refresh(refresh_token);
  pass(30_000);
  const again = await refresh(refresh_token);
  expect({ ...again.body, traceId: '' }).toEqual({ ...first.body, traceId: '' });
  pass(1);
  expect(await refresh(refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const next = await refresh(first.body.refresh_token);
  expect(next.status).toBe(200);
  expect(next.body.refresh_token).not.toBe(first.body.refresh_token);
});

test('an access token is valid for a day', async () => {
  const { connect, send, contact, pass } = openOAuth();
  const { access_token } = await connect();
  pass(86_399_000);
  expect(await send('GET', contact, undefined, bearer(access_token))).toMatchObject({
    status: 401,
    body: { message: 'Invalid JWT' },
  });
});

test('a token grants the requested scopes and no others', async () => {
  const { connect, send, locationId } = openOAuth();
  const { access_token } = await connect();
  expect(await send('GET', `/locations/${locationId}`, undefined, bearer(access_token))).toMatchObject({
    status: 401,
    body: { message: 'The token is not authorized for this scope.' },
  });
});

test.each([
  [{ client_secret: 'wrong', grant_type: 'refresh_token' }, 401, 'invalid_client'],
  [{ grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
  [{ grant_type: 'refresh_token', refresh_token: 'unknown' }, 400, 'invalid_grant'],
])('the token endpoint refuses %o', async (form, status, error) => {
  const { token } = openOAuth();
  expect(await token(form)).toMatchObject({ status, body: { error } });
});

test('before v3 the token endpoint accepts forms alone', async () => {
  const { send, sandbox } = openOAuth();
  const { clientId, clientSecret } = sandbox.info;
  const body = { client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' };
  expect((await send('POST', '/oauth/token', body)).status).toBe(422);
});

test('v3 accepts and returns camel case, also as JSON', async () => {
  const { connect, send, sandbox, locationId } = openOAuth();
  const { refresh_token } = await connect();
  const { clientId, clientSecret } = sandbox.info;
  const body = { clientId, clientSecret, grantType: 'refresh_token', refreshToken: refresh_token };
  const answer = await send('POST', '/oauth/token', body, { version: 'v3' });
  expect(answer).toMatchObject({ status: 200, body: { tokenType: 'Bearer', expiresIn: 86_399, locationId } });
  expect(answer.body).toHaveProperty('accessToken');
});

test('reconnect is off (docs repository, issue 333), and can be switched on', async () => {
  const { send, sandbox, locationId, token } = openOAuth();
  const body = { clientKey: sandbox.info.clientId, clientSecret: sandbox.info.clientSecret, locationId };
  expect(await send('POST', '/oauth/reconnect', body)).toMatchObject({
    status: 400,
    body: { message: 'API endpoint has been removed' },
  });
  sandbox.quirks.reconnectAvailable = true;
  const { authorizationCode } = (await send('POST', '/oauth/reconnect', body)).body;
  expect((await token({ grant_type: 'authorization_code', code: authorizationCode })).body.locationId).toBe(locationId);
});
