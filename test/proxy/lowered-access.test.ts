import { expect, test } from 'vitest';
import { createGristServer, type GristDocument } from '../../demo/grist-server.ts';
import { createAuthentication } from '../../proxy/grist/authenticate.ts';
import { createSignedSessions } from '../../proxy/signed-sessions.ts';
import { openStorage } from '../../proxy/storage.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { arrange as arrangeProxy, docId, origin, people } from './arrange.ts';

/** An editor at work, whose access to the document an owner then changes. */
async function arrange() {
  let ahead = 0;
  let access: GristDocument['access'] = { [people.editor]: 'editors' };
  const now = () => Date.now() + ahead;
  const grist = createGristServer({ find: () => ({ docId, access }), now });
  const sandbox = createSandbox({ contacts: 5 });
  const { locationId, token } = sandbox.info;
  const connection = { locationId, locationName: 'Sandbox', token: async () => token };
  const sessions = createSignedSessions({
    authentication: createAuthentication({
      grists: [{ origin, internalUrl: 'http://grist.test' }],
      fetch: (input, init) => grist.fetch(new Request(input, init)),
      now,
    }),
    connections: { find: async () => connection },
    keys: (await openStorage('file::memory:')).keys,
    now,
  });
  const introduce = async () => ({ origin, docId, token: await grist.token(docId, people.editor) });
  const { session } = await sessions.open(await introduce());
  const { proxy, sent } = await arrangeProxy({ sessions, fetch: sandboxFetch(sandbox) });
  const request = (method: string, path: string, holder: string, body?: object) =>
    proxy.request(`http://127.0.0.1${path}`, {
      method,
      headers: { authorization: `Bearer ${holder}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  const enter = async () => {
    const answer = await request('POST', '/api/session', '', await introduce());
    return { status: answer.status, ...((await answer.json()) as { session: string; role: string }) };
  };
  const contact = `/api/highlevel/contacts/${sandbox.info.contactIds[0]}`;
  const write = (holder: string) => request('PUT', contact, holder, { city: 'Leeds' });
  const read = (holder: string) => request('GET', contact, holder);
  const become = (role: 'viewers' | 'nobody') => {
    access = role === 'nobody' ? {} : { [people.editor]: role };
  };
  const later = (minutes: number) => {
    ahead += minutes * 60_000;
  };
  return { session, enter, write, read, become, later, sent };
}

test('an editor who is made a viewer goes on reading, and writes nothing once the session is over', async () => {
  const { session, enter, write, read, become, later } = await arrange();
  expect((await write(session)).status).toBe(200);
  become('viewers');
  later(11);
  expect((await write(session)).status).toBe(401);
  const next = await enter();
  expect(next.role).toBe('viewer');
  expect((await read(next.session)).status).toBe(200);
  expect((await write(next.session)).status).toBe(403);
});

test('a person who is removed from the document reads nothing once the session is over', async () => {
  const { session, enter, read, become, later, sent } = await arrange();
  become('nobody');
  later(11);
  const before = sent.length;
  expect((await read(session)).status).toBe(401);
  expect((await enter()).status).toBe(403);
  expect(sent).toHaveLength(before);
});
