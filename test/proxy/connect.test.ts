import { expect, test } from 'vitest';
import { arrangeOauth } from './arrange-oauth.ts';

test('an owner connects the document, and an editor works in it', async () => {
  const { connect, enter, request, contactPath, sandbox } = await arrangeOauth();
  const before = await enter('editor');
  expect(before.connection).toBeNull();
  expect((await request('GET', contactPath, before.session)).body).toMatchObject({ error: { code: 'not-connected' } });
  expect((await connect()).body).toMatchObject({ connection: { locationId: sandbox.info.locationId } });
  const { session, connection } = await enter('editor');
  expect(connection).toMatchObject({ locationId: sandbox.info.locationId, connectedBy: 5, broken: null });
  expect((await request('PUT', contactPath, session, { city: 'Leeds' })).status).toBe(200);
});

test('a session from before the connection works right after it', async () => {
  const { connect, enter, request, contactPath } = await arrangeOauth();
  const { session } = await enter('viewer');
  await connect();
  expect((await request('GET', contactPath, session)).status).toBe(200);
});

test('a viewer cannot write, by hand-made requests either', async () => {
  const { connect, enter, request, contactPath } = await arrangeOauth();
  await connect();
  const { session } = await enter('viewer');
  expect((await request('GET', contactPath, session)).status).toBe(200);
  expect((await request('PUT', contactPath, session, { city: 'Leeds' })).body).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test.each(['viewer', 'editor'] as const)('%ss can neither connect nor disconnect', async (person) => {
  const { enter, request, connect, contactPath } = await arrangeOauth();
  await connect();
  const { session, canConnect } = await enter(person);
  expect(canConnect).toBe(false);
  for (const [method, path] of [
    ['POST', '/begin'],
    ['POST', ''],
    ['DELETE', ''],
  ] as const) {
    const { status } = await request(method, `/api/connection${path}`, session, { claim: 'x' });
    expect(status).toBe(403);
  }
  expect((await request('GET', contactPath, session)).status).toBe(200);
});

test('another document gets nothing', async () => {
  const { connect, enter, request, contactPath, otherDocId } = await arrangeOauth();
  await connect();
  const { session } = await enter('owner', otherDocId);
  expect((await request('GET', contactPath, session)).body).toMatchObject({ error: { code: 'not-connected' } });
});

test('two documents may share a location, and one leaving does not cut the other', async () => {
  const { connect, enter, request, contactPath, otherDocId, sandbox } = await arrangeOauth();
  await connect();
  await connect(sandbox.info.locationId, otherDocId);
  const one = await enter('owner');
  expect((await request('DELETE', '/api/connection', one.session)).body).toEqual({ connection: null });
  expect((await request('GET', contactPath, one.session)).status).toBe(403);
  const other = await enter('owner', otherDocId);
  expect((await request('GET', contactPath, other.session)).status).toBe(200);
});

test('a disconnect forgets the tokens', async () => {
  const { connect, enter, request, storage } = await arrangeOauth();
  await connect();
  await request('DELETE', '/api/connection', (await enter()).session);
  expect(await storage.store.selectFrom('credential').selectAll().execute()).toEqual([]);
});

test('connecting again moves the document to the new location', async () => {
  const { connect, enter, sandbox } = await arrangeOauth();
  await connect();
  const second = sandbox.info.locations[1]?.locationId ?? '';
  await connect(second);
  expect((await enter()).connection).toMatchObject({ locationId: second });
});

test('an agency chooses one of its locations', async () => {
  const { enter, request, signIn, sandbox, contactPath } = await arrangeOauth({ agencies: 'yes' });
  const { session } = await enter();
  const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
  const { claim } = await signIn(url, sandbox.info.companyId);
  const { choose } = (await request('POST', '/api/connection', session, { claim })).body as {
    choose: { id: string }[];
  };
  expect(choose.map(({ id }) => id)).toContain(sandbox.info.locationId);
  const chosen = await request('POST', '/api/connection', session, { claim, locationId: sandbox.info.locationId });
  expect(chosen.body).toMatchObject({ connection: { locationId: sandbox.info.locationId } });
  expect((await request('GET', contactPath, session)).status).toBe(200);
});

test('an agency that signs in where none is expected is asked for a location', async () => {
  const { enter, request, signIn, sandbox } = await arrangeOauth();
  const { session } = await enter();
  const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
  const { claim } = await signIn(url, sandbox.info.companyId);
  const { body } = await request('POST', '/api/connection', session, { claim });
  expect(body).toMatchObject({ error: { code: 'rejected', reason: 'agency' } });
});
