import { expect, test } from 'vitest';
import { arrangeOauth } from './arrange-oauth.ts';

test('a document that is connected says the name of its location, to whoever opens it', async () => {
  const { connect, enter, sandbox } = await arrangeOauth();
  const [first] = sandbox.info.locations;
  const named = { locationId: first?.locationId, locationName: first?.name };
  expect((await connect()).body.connection).toMatchObject(named);
  expect((await enter('viewer')).connection).toMatchObject(named);
});

test('an agency’s choice is named too', async () => {
  const { enter, request, signIn, sandbox } = await arrangeOauth({ agencies: 'yes' });
  const { session } = await enter();
  const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
  const { claim } = await signIn(url, sandbox.info.companyId);
  const [, second] = sandbox.info.locations;
  await request('POST', '/api/connection', session, { claim, locationId: second?.locationId });
  expect((await enter()).connection).toMatchObject({ locationName: second?.name });
});

test.each(['missing-scope', 'server-error', 'cut-before'] as const)(
  'a name that a %s keeps back costs the name, not the connection',
  async (fault) => {
    const { connect, enter, request, contactPath, sandbox } = await arrangeOauth();
    sandbox.faults.add(fault, { path: '/locations/' });
    await connect();
    const { session, connection } = await enter();
    expect(connection).toMatchObject({ locationName: sandbox.info.locationId });
    expect((await request('GET', contactPath, session)).status).toBe(200);
  },
);
