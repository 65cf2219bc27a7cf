import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { createGristServer, type GristDocument } from '../../demo/grist-server.ts';
import { createAuthentication } from '../../proxy/grist/authenticate.ts';

const origin = 'https://grist.example.org';
const docId = 'xzorDHpEQ7G97fDE5b2WYU';
const publicDoc = 'aaaabbbbccccddddeeeeff';
const owner = 5;
const editor = 6;
const viewer = 7;

function arrange() {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const documents: GristDocument[] = [
    { docId, access: { [owner]: 'owners', [editor]: 'editors', [viewer]: 'viewers' } },
    { docId: publicDoc, access: {}, everyone: 'editors' },
  ];
  const grist = createGristServer({
    find: (id) => documents.find((document) => document.docId === id || document.docId.slice(0, 12) === id),
    now: () => now,
  });
  const asked: string[] = [];
  const state = { down: false };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (state.down) throw new TypeError('fetch failed');
    const request = new Request(input, init);
    asked.push(new URL(request.url).pathname);
    return grist.fetch(request);
  };
  const { authenticate } = createAuthentication({
    grists: [{ origin, internalUrl: 'http://127.0.0.1:9' }],
    fetch,
    now: () => now,
  });
  return { grist, asked, state, authenticate, later: (seconds: number) => (now += seconds * 1000) };
}

test.each([
  [owner, 'owner'],
  [editor, 'editor'],
  [viewer, 'viewer'],
])('knows user %i as %s', async (userId, role) => {
  const { grist, authenticate } = arrange();
  const token = await grist.token(docId, userId);
  expect(await authenticate({ origin, docId, token })).toEqual({ origin, docId, userId, role });
});

test('takes a read-only token of an owner for a viewer', async () => {
  const { grist, authenticate } = arrange();
  expect(
    await authenticate({ origin, docId, token: await grist.token(docId, owner, { readOnly: true }) }),
  ).toMatchObject({
    role: 'viewer',
  });
});

test('refuses an empty token before asking Grist', async () => {
  const { asked, authenticate } = arrange();
  await expect(authenticate({ origin, docId: publicDoc, token: ' ' })).rejects.toMatchObject({ reason: 'empty-token' });
  expect(asked).toEqual([]);
});

test('refuses an expired token before asking Grist', async () => {
  const { grist, authenticate, later, asked } = arrange();
  const token = await grist.token(docId, owner);
  later(901);
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({ reason: 'expired-token' });
  expect(asked).toEqual([]);
});

test.each(['../../api/orgs', 'a/b/c/d/e/f/g', 'short', 'x'.repeat(65), ''])(
  'refuses what is no id of a document, %j, before asking Grist',
  async (wrong) => {
    const { authenticate, asked } = arrange();
    const token = new UnsecuredJWT({ userId: owner, docId: wrong }).setExpirationTime('1h').encode();
    await expect(authenticate({ origin, docId: wrong, token })).rejects.toMatchObject({ reason: 'other-document' });
    expect(asked).toEqual([]);
  },
);

test.each([
  ['garbage', async () => 'garbage'],
  ['unsigned', async () => new UnsecuredJWT({ userId: owner, docId }).setExpirationTime('1h').encode()],
  [
    'signed with another secret',
    async () =>
      new SignJWT({ userId: owner, docId })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(new Uint8Array(32)),
  ],
])('refuses a token that is %s', async (_, token) => {
  const { authenticate } = arrange();
  await expect(authenticate({ origin, docId, token: await token() })).rejects.toMatchObject({ reason: 'broken-token' });
});

test('refuses a token that says it is of this document, and that Grist knows to be of another', async () => {
  const fetch = async () => Response.json({ error: 'Document access denied' }, { status: 403 });
  const { authenticate } = createAuthentication({ grists: [{ origin, internalUrl: origin }], fetch });
  const token = new UnsecuredJWT({ userId: owner, docId }).setExpirationTime('1h').encode();
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({ reason: 'other-document' });
});

test('refuses the token of another document', async () => {
  const { grist, authenticate } = arrange();
  const token = await grist.token(publicDoc, owner);
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({ reason: 'other-document' });
});

test('refuses a fork by its id, and its owner-grade token under the id of the trunk', async () => {
  const { grist, authenticate, asked } = arrange();
  await expect(authenticate({ origin, docId: `${docId}~fork1~7`, token: 'any' })).rejects.toMatchObject({
    reason: 'fork',
  });
  expect(asked).toEqual([]);
  const token = await grist.token(`${docId}~fork1~7`, viewer);
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({ reason: 'fork' });
});

test('refuses a person who lost access', async () => {
  const { grist, authenticate } = arrange();
  await expect(authenticate({ origin, docId, token: await grist.token(docId, 99) })).rejects.toMatchObject({
    reason: 'other-document',
  });
});

test('refuses visitors who are not signed in, though Grist gives them a token', async () => {
  const { grist, authenticate } = arrange();
  const token = await grist.token(publicDoc, 1);
  await expect(authenticate({ origin, docId: publicDoc, token })).rejects.toMatchObject({ reason: 'anonymous' });
});

test('refuses a Grist that the operator does not trust, without calling it', async () => {
  const { asked, authenticate } = arrange();
  await expect(authenticate({ origin: 'https://evil.example', docId, token: 'x' })).rejects.toMatchObject({
    reason: 'unknown-origin',
  });
  expect(asked).toEqual([]);
});

test('says that Grist cannot be reached, and asks again the next time', async () => {
  const { grist, authenticate, state } = arrange();
  const token = await grist.token(docId, editor);
  state.down = true;
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({
    reason: 'grist-unreachable',
    passing: true,
  });
  state.down = false;
  expect(await authenticate({ origin, docId, token })).toMatchObject({ role: 'editor' });
});

test('asks once for one token, and again after a minute', async () => {
  const { grist, authenticate, asked, later } = arrange();
  const token = await grist.token(docId, viewer);
  await Promise.all(Array.from({ length: 20 }, () => authenticate({ origin, docId, token })));
  const once = asked.length;
  expect(asked.filter((path) => path.endsWith('/data/delete'))).toHaveLength(1);
  later(61);
  await authenticate({ origin, docId, token });
  expect(asked.length).toBe(once + 1);
});

test('says that Grist hides behind a sign-on when it answers with a redirect', async () => {
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    // A redirect that is followed would carry the token to wherever it points.
    expect(init?.redirect).toBe('manual');
    return new Response(null, { status: 302, headers: { location: 'https://sso.example' } });
  };
  const { authenticate } = createAuthentication({ grists: [{ origin, internalUrl: origin }], fetch });
  const token = new UnsecuredJWT({ userId: owner, docId }).setExpirationTime('1h').encode();
  await expect(authenticate({ origin, docId, token })).rejects.toMatchObject({ reason: 'grist-behind-sign-on' });
});
