import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGristServer, type GristDocument } from '../../demo/grist-server.ts';
import { openSession } from '../../panel-api/session.ts';
import { createAuthentication } from '../../proxy/grist/authenticate.ts';
import { createSignedSessions } from '../../proxy/signed-sessions.ts';
import { openStorage } from '../../proxy/storage.ts';
import { arrange as arrangeProxy, docId, origin } from './arrange.ts';

const users = Array.from({ length: 10 }, (_, user) => 100 + user);

/** A Grist that answers so many calls at once and 429 to the others, as Grist does with those to one document. */
async function arrange(atOnce: number) {
  const access: GristDocument['access'] = Object.fromEntries(users.map((user) => [user, 'editors']));
  const grist = createGristServer({ find: () => ({ docId, access }) });
  let open = 0;
  let refused = 0;
  const authentication = createAuthentication({
    grists: [{ origin, internalUrl: 'http://grist.test' }],
    async fetch(input, init) {
      if (open >= atOnce) {
        refused += 1;
        return Response.json({ error: 'Too many backlogged requests for document' }, { status: 429 });
      }
      open += 1;
      await wait(2);
      open -= 1;
      return grist.fetch(new Request(input, init));
    },
  });
  const connection = { locationId: 'loc1', locationName: 'Here', token: async () => 'none' };
  const { keys } = await openStorage('file::memory:');
  const sessions = createSignedSessions({ authentication, connections: { find: async () => connection }, keys });
  const { proxy } = await arrangeProxy({ sessions });
  refused = 0;
  const enter = async (user: number) =>
    openSession(
      'http://127.0.0.1',
      { origin, docId, token: await grist.token(docId, user) },
      { fetch: async (input, init) => proxy.fetch(new Request(input, init)) },
    );
  return { enter, refused: () => refused };
}

test('ten panels that open at once before a busy Grist all get in, and nobody has to do anything', async () => {
  const { enter, refused } = await arrange(5);
  const entered = await Promise.all(users.map(enter));
  expect(entered.map(({ role }) => role)).toEqual(Array(10).fill('editor'));
  expect(refused()).toBeGreaterThan(0);
});

test('a Grist that stays busy is told as that, with a way on', async () => {
  const { enter } = await arrange(0);
  await expect(enter(100)).rejects.toMatchObject({ code: 'unreachable', details: { reason: 'grist-busy' } });
});
