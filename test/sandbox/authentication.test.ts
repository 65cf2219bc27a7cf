import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test.each(['2021-04-15', '2021-07-28', '2023-02-21', 'v3'])('the version %s is taken on any path', async (version) => {
  const { send, contact, locationId } = openSandbox();
  expect((await send('GET', contact, undefined, { version })).status).toBe(200);
  expect((await send('GET', `/calendars/?locationId=${locationId}`, undefined, { version })).status).toBe(200);
});

test.each([
  [{ version: '' }, 'version header was not found.'],
  [{ version: '2020-01-01' }, 'version header is invalid'],
  [{ authorization: 'Bearer pit-unknown' }, 'Invalid Private Integration token'],
  [{ authorization: 'Bearer eyJhbGciOi' }, 'Invalid JWT'],
  [{ authorization: '' }, 'Invalid token: access token is invalid'],
])('a request with %o is 401', async (headers, message) => {
  const { send, contact } = openSandbox();
  const refused = await send('GET', contact, undefined, headers);
  expect(refused).toMatchObject({ status: 401, body: { statusCode: 401, message, error: 'Unauthorized' } });
});

test('a token without the scope is 401 with another message than an expired one', async () => {
  const { send, contact, sandbox } = openSandbox();
  const grant = [...sandbox.grants.all()][0]!;
  sandbox.grants.add({ ...grant, token: 'pit-reader', scopes: new Set(['contacts.readonly']) });
  const reader = { authorization: 'Bearer pit-reader' };
  expect((await send('GET', contact, undefined, reader)).status).toBe(200);
  expect(await send('PUT', contact, { city: 'Bath' }, reader)).toMatchObject({
    status: 401,
    body: { message: 'The token is not authorized for this scope.' },
  });
});

test.each([
  ['GET', (foreign: string) => `/locations/${foreign}`, undefined],
  ['GET', (foreign: string) => `/users/?locationId=${foreign}`, undefined],
  ['POST', () => '/contacts/search', (foreign: string) => ({ locationId: foreign, pageLimit: 10 })],
] as const)('%s of another location is 403', async (method, path, body) => {
  const { send, sandbox } = openSandbox();
  const foreign = sandbox.info.locations[1]!.locationId;
  expect(await send(method, path(foreign), body?.(foreign))).toMatchObject({
    status: 403,
    body: { statusCode: 403, message: 'The token does not have access to this location.' },
  });
});

test('a contact of another location is 403', async () => {
  const { send, sandbox } = openSandbox();
  const [foreign] = [...sandbox.state.locations.get(sandbox.info.locations[1]!.locationId)!.contacts.keys()];
  expect((await send('GET', `/contacts/${foreign}`)).status).toBe(403);
});

test('each location accepts its own token alone', async () => {
  const { send, sandbox } = openSandbox();
  for (const { locationId, token, name } of sandbox.info.locations) {
    const { body } = await send('GET', `/locations/${locationId}`, undefined, { authorization: `Bearer ${token}` });
    expect(body.location).toMatchObject({ id: locationId, name, companyId: sandbox.info.companyId });
  }
});

test('an unknown path is 404 with the framework’s message', async () => {
  const { send } = openSandbox();
  expect(await send('GET', '/nothing/here')).toMatchObject({
    status: 404,
    body: { message: 'Cannot GET /nothing/here' },
  });
});

test('a path in the wrong case is 401 with any token (rocketride)', async () => {
  const { send, locationId } = openSandbox();
  expect((await send('GET', `/locations/${locationId}/customfields`)).status).toBe(401);
  expect((await send('PATCH', `/locations/${locationId}/customFields`)).status).toBe(404);
});

test('a body that is not JSON is 400', async () => {
  const { sandbox, contact } = openSandbox();
  const response = await sandbox.fetch(
    new Request(`http://highlevel.test${contact}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${sandbox.info.token}`, version: '2021-07-28' },
      body: '{"city":',
    }),
  );
  expect(response.status).toBe(400);
});

test('collections answer with and without a slash at the end', async () => {
  const { send, locationId } = openSandbox();
  for (const path of ['/users/', '/users', '/calendars/', '/calendars']) {
    expect((await send('GET', `${path}?locationId=${locationId}`)).status).toBe(200);
  }
});
