import { expect, test } from 'vitest';
import { openOAuth } from './oauth-arrange.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function connected() {
  const opened = openOAuth();
  const { companyId, clientId } = opened.sandbox.info;
  const tokens = await opened.connect(companyId);
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    opened.send(method, path, body, { ...bearer(tokens.access_token), ...headers });
  return { ...opened, sendWithoutLocation: opened.send, send, tokens, companyId, appId: clientId.split('-')[0] ?? '' };
}

test("a company's token names no location and cannot read contacts", async () => {
  const { send, tokens, contact, companyId } = await connected();
  expect(tokens).toMatchObject({ userType: 'Company', companyId, approveAllLocations: true });
  expect(tokens).not.toHaveProperty('locationId');
  expect(await send('GET', contact)).toMatchObject({
    status: 401,
    body: { message: 'This authClass type is not allowed to access this scope.' },
  });
  expect((await send('GET', `/users/search?companyId=${companyId}`)).body.count).toBe(9);
});

test('it mints a token for a location, without a refresh token', async () => {
  const { send, sendWithoutLocation, contact, companyId, locationId } = await connected();
  const minted = await send('POST', '/oauth/locationToken', { companyId, locationId });
  expect(minted).toMatchObject({ status: 200, body: { locationId, expires_in: 86_399 } });
  expect(minted.body).not.toHaveProperty('refresh_token');
  expect((await sendWithoutLocation('GET', contact, undefined, bearer(minted.body.access_token))).status).toBe(200);
  expect((await send('POST', '/oauth/locationToken', { companyId, locationId: 'nowhere' })).status).toBe(403);
});

test('v3 mints under another path, in camel case, with a refresh token', async () => {
  const { send, companyId, locationId } = await connected();
  const body = { companyId, locationId };
  expect((await send('POST', '/oauth/location-token', body)).status).toBe(404);
  const minted = await send('POST', '/oauth/location-token', body, { version: 'v3' });
  expect(minted.body).toMatchObject({ locationId, accessToken: expect.any(String), refreshToken: expect.any(String) });
});

test("a location's token cannot mint", async () => {
  const { connect, sendWithoutLocation, companyId, locationId } = await connected();
  const { access_token } = await connect(locationId);
  expect(
    (await sendWithoutLocation('POST', '/oauth/locationToken', { companyId, locationId }, bearer(access_token))).status,
  ).toBe(401);
});

test('the installed locations are listed', async () => {
  const { send, companyId, appId, sandbox } = await connected();
  const list = (query: Record<string, string>) =>
    send('GET', `/oauth/installedLocations?${new URLSearchParams(query)}`);
  expect((await list({ companyId })).status).toBe(422);
  const all = (await list({ companyId, appId })).body;
  expect(all).toMatchObject({ count: 3, installToFutureLocations: true });
  expect(all.locations.map(({ _id }: { _id: string }) => _id)).toEqual(
    sandbox.info.locations.map(({ locationId }) => locationId),
  );
  expect((await list({ companyId, appId, limit: '1', skip: '1' })).body.locations).toEqual([all.locations[1]]);
});
