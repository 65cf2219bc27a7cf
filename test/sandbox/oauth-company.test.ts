import { expect, test } from 'vitest';
import { openOAuth } from './oauth-arrange.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function connected() {
  const asking = openOAuth();
  const { companyId, clientId } = asking.sandbox.info;
  const tokens = await asking.connect(companyId);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    asking.ask(method, path, body, { ...bearer(tokens.access_token), ...headers });
  return { ...asking, askAnyone: asking.ask, ask, tokens, companyId, appId: clientId.split('-')[0] ?? '' };
}

test("a company's token names no location and cannot read contacts", async () => {
  const { ask, tokens, contact, companyId } = await connected();
  expect(tokens).toMatchObject({ userType: 'Company', companyId, approveAllLocations: true });
  expect(tokens).not.toHaveProperty('locationId');
  expect(await ask('GET', contact)).toMatchObject({
    status: 401,
    body: { message: 'This authClass type is not allowed to access this scope.' },
  });
  expect((await ask('GET', `/users/search?companyId=${companyId}`)).body.count).toBe(9);
});

test('it mints a token for a location, without a refresh token', async () => {
  const { ask, askAnyone, contact, companyId, locationId } = await connected();
  const minted = await ask('POST', '/oauth/locationToken', { companyId, locationId });
  expect(minted).toMatchObject({ status: 200, body: { locationId, expires_in: 86_399 } });
  expect(minted.body).not.toHaveProperty('refresh_token');
  expect((await askAnyone('GET', contact, undefined, bearer(minted.body.access_token))).status).toBe(200);
  expect((await ask('POST', '/oauth/locationToken', { companyId, locationId: 'nowhere' })).status).toBe(403);
});

test('v3 mints under another path, in camel case, with a refresh token', async () => {
  const { ask, companyId, locationId } = await connected();
  const body = { companyId, locationId };
  expect((await ask('POST', '/oauth/location-token', body)).status).toBe(404);
  const minted = await ask('POST', '/oauth/location-token', body, { version: 'v3' });
  expect(minted.body).toMatchObject({ locationId, accessToken: expect.any(String), refreshToken: expect.any(String) });
});

test("a location's token cannot mint", async () => {
  const { connect, askAnyone, companyId, locationId } = await connected();
  const { access_token } = await connect(locationId);
  expect(
    (await askAnyone('POST', '/oauth/locationToken', { companyId, locationId }, bearer(access_token))).status,
  ).toBe(401);
});

test('the installed locations are listed', async () => {
  const { ask, companyId, appId, sandbox } = await connected();
  const list = (query: Record<string, string>) => ask('GET', `/oauth/installedLocations?${new URLSearchParams(query)}`);
  expect((await list({ companyId })).status).toBe(422);
  const all = (await list({ companyId, appId })).body;
  expect(all).toMatchObject({ count: 3, installToFutureLocations: true });
  expect(all.locations.map(({ _id }: { _id: string }) => _id)).toEqual(
    sandbox.info.locations.map(({ locationId }) => locationId),
  );
  expect((await list({ companyId, appId, limit: '1', skip: '1' })).body.locations).toEqual([all.locations[1]]);
});
