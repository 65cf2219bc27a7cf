import { expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { arrange, errorOf, openSessions } from './arrange.ts';

/** A connection whose token has ended, and how often another was asked for. */
async function arrangeExpired() {
  const sandbox = createSandbox({ contacts: 5 });
  const { locationId, token } = sandbox.info;
  const asked: (string | undefined)[] = [];
  const connection = {
    locationId,
    locationName: 'Sandbox',
    token: async (stale?: string) => {
      asked.push(stale);
      return stale === undefined ? 'ended' : token;
    },
  };
  const arranged = await arrange({ sessions: openSessions('owner', connection), fetch: sandboxFetch(sandbox) });
  return { ...arranged, sandbox, asked, contactId: sandbox.info.contactIds[0] as string };
}

test('a token that ended is replaced, and the call goes through', async () => {
  const { call, contactId, asked } = await arrangeExpired();
  expect((await call('GET', `/contacts/${contactId}`)).status).toBe(200);
  expect(asked).toEqual([undefined, 'ended']);
});

test.each(['missing-scope', 'gateway-timeout'] as const)('a 401 for %s asks for no new token', async (fault) => {
  const { call, contactId, sandbox, asked } = await arrangeExpired();
  sandbox.faults.add(fault, { times: 1 });
  await call('GET', `/contacts/${contactId}`, {});
  expect(asked).toEqual([undefined]);
});

test('a token that cannot be replaced is told as a lost connection', async () => {
  const { sandbox, call, contactId } = await arrange();
  sandbox.faults.add('expired-token');
  expect(await errorOf(call('GET', `/contacts/${contactId}`))).toMatchObject({ code: 'not-connected' });
});
