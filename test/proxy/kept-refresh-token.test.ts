import { expect, test } from 'vitest';
import { arrangeOauth } from './arrange-oauth.ts';

/** A connected document, and how often HighLevel's token endpoint was asked since. */
async function arrange() {
  const arranged = await arrangeOauth();
  const { sandbox, connect, enter, request, contactPath } = arranged;
  await connect();
  const { session } = await enter();
  const asked = () => sandbox.requests.filter(({ path }) => path === '/oauth/token').length;
  const before = asked();
  const read = (path = contactPath) => request('GET', path, session);
  return { ...arranged, read, redeemed: () => asked() - before };
}

test.each([
  ['a missing scope', 'missing-scope', 403, 'forbidden'],
  ['a gateway that gave up', 'gateway-timeout', 502, 'unreachable'],
] as const)('a 401 for %s spends no refresh token', async (_name, fault, status, code) => {
  const { sandbox, read, redeemed } = await arrange();
  sandbox.faults.add(fault, { times: 1 });
  expect(await read()).toMatchObject({ status, body: { error: { code } } });
  expect((await read()).status).toBe(200);
  expect(redeemed()).toBe(0);
});

test('a 403 for what is out of reach spends no refresh token', async () => {
  const { sandbox, read, redeemed } = await arrange();
  const other = sandbox.info.locations[1]?.locationId;
  const theirs = [...sandbox.state.locations.values()].find(({ details }) => details.id === other);
  const [contactId] = theirs?.contacts.keys() ?? [];
  expect(await read(`/api/highlevel/contacts/${contactId}`)).toMatchObject({ status: 403 });
  expect(sandbox.requests.at(-1)?.status).toBe(403);
  expect(redeemed()).toBe(0);
});
