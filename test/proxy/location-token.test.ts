import { expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/app.ts';
import { databaseKinds, newDatabase } from '../helpers/databases.ts';
import { eventually } from '../helpers/eventually.ts';
import { arrangeOauth } from './arrange-oauth.ts';

const redemptions = ({ requests }: ReturnType<typeof createSandbox>) =>
  requests.filter(({ path }) => path.endsWith('/oauth/token')).length;
const dayAndMore = 25 * 3600;

test.each(databaseKinds)(
  'fifty parallel calls over two proxies with an expired token make one redemption, on %s',
  async (kind) => {
    const databaseUrl = await newDatabase(kind);
    let ahead = 0;
    const sandbox = createSandbox({ contacts: 5, now: () => Date.now() + ahead });
    sandbox.limits.max = 1000;
    const [one, other] = [await arrangeOauth({ databaseUrl, sandbox }), await arrangeOauth({ databaseUrl, sandbox })];
    await one.connect();
    // Proxies that share HighLevel's window have their parts of it once each has been let through.
    const { session: early } = await other.enter('editor');
    await eventually(async () => (await other.request('GET', other.contactPath, early)).status).toBe(200);
    const before = redemptions(sandbox);
    ahead = dayAndMore * 1000;
    for (const proxy of [one, other]) proxy.later(dayAndMore);
    const sessions = [await one.enter('editor'), await other.enter('editor')];
    const calls = Array.from({ length: 50 }, (_, call) => {
      const [proxy, session] = call % 2 ? [one, sessions[0]] : [other, sessions[1]];
      return proxy.request('GET', `/api/highlevel/contacts/?query=${call}`, session?.session);
    });
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(redemptions(sandbox) - before).toBe(1);
    await Promise.all([one.storage.close(), other.storage.close()]);
  },
);

test('a sign-in that HighLevel has ended asks a person to connect again, and says so in the session', async () => {
  const { connect, sandbox, later, enter, request, contactPath } = await arrangeOauth();
  await connect();
  sandbox.faults.add('revoked-refresh-token');
  later(dayAndMore);
  const { session } = await enter();
  expect((await request('GET', contactPath, session)).body).toMatchObject({
    error: { code: 'not-connected', reason: 'final' },
  });
  expect((await enter()).connection).toMatchObject({ broken: 'signed-out' });
  const tries = redemptions(sandbox);
  await request('GET', contactPath, session);
  expect(redemptions(sandbox)).toBe(tries);
});

test('connecting again repairs it', async () => {
  const { connect, sandbox, later, enter, request, contactPath } = await arrangeOauth();
  await connect();
  sandbox.faults.add('revoked-refresh-token');
  later(dayAndMore);
  await request('GET', contactPath, (await enter()).session);
  sandbox.faults.clear();
  await connect();
  expect((await request('GET', contactPath, (await enter()).session)).status).toBe(200);
});

test('a token endpoint that fails for a moment costs a call, not the connection', async () => {
  const { connect, sandbox, later, enter, request, contactPath } = await arrangeOauth();
  await connect();
  sandbox.faults.add('server-error', { times: 1, path: '/oauth/token' });
  later(dayAndMore);
  const { session } = await enter();
  expect((await request('GET', contactPath, session)).body).toMatchObject({ error: { code: 'unreachable' } });
  expect((await request('GET', contactPath, session)).status).toBe(200);
});

test('an answer of the token endpoint that got lost is asked for once more', async () => {
  const { connect, sandbox, later, enter, request, contactPath } = await arrangeOauth();
  await connect();
  sandbox.faults.add('cut-after', { times: 1, path: '/oauth/token' });
  later(dayAndMore);
  expect((await request('GET', contactPath, (await enter()).session)).status).toBe(200);
});
