import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { createGristServer, type GristDocument } from '../../demo/grist-server.ts';
import { createVouching } from '../../proxy/grist/authenticate.ts';

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
  const vouch = createVouching({ grists: [{ origin, internalUrl: 'http://127.0.0.1:9' }], fetch, now: () => now });
  return { grist, asked, state, vouch, later: (seconds: number) => (now += seconds * 1000) };
}

test.each([
  [owner, 'owner'],
  [editor, 'editor'],
  [viewer, 'viewer'],
])('knows user %i as %s', async (userId, role) => {
  const { grist, vouch } = arrange();
  const token = await grist.token(docId, userId);
  expect(await vouch({ origin, docId, token })).toEqual({ origin, docId, userId, role });
});

test('takes a read-only token of an owner for a viewer', async () => {
  const { grist, vouch } = arrange();
  expect(await vouch({ origin, docId, token: await grist.token(docId, owner, { readOnly: true }) })).toMatchObject({
    role: 'viewer',
  });
});

test('refuses an empty token before asking Grist', async () => {
  const { asked, vouch } = arrange();
  await expect(vouch({ origin, docId: publicDoc, token: ' ' })).rejects.toMatchObject({ reason: 'empty-token' });
  expect(asked).toEqual([]);
});

test('refuses an expired token', async () => {
  const { grist, vouch, later } = arrange();
  const token = await grist.token(docId, owner);
  later(901);
  await expect(vouch({ origin, docId, token })).rejects.toMatchObject({ reason: 'expired-token' });
});

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
  const { vouch } = arrange();
  await expect(vouch({ origin, docId, token: await token() })).rejects.toMatchObject({ reason: 'broken-token' });
});

test('refuses the token of another document', async () => {
  const { grist, vouch } = arrange();
  const token = await grist.token(publicDoc, owner);
  await expect(vouch({ origin, docId, token })).rejects.toMatchObject({ reason: 'other-document' });
});

test('refuses a fork by its id, and its owner-grade token under the id of the trunk', async () => {
  const { grist, vouch, asked } = arrange();
  await expect(vouch({ origin, docId: `${docId}~fork1~7`, token: 'any' })).rejects.toMatchObject({ reason: 'fork' });
  expect(asked).toEqual([]);
  const token = await grist.token(`${docId}~fork1~7`, viewer);
  await expect(vouch({ origin, docId, token })).rejects.toMatchObject({ reason: 'other-document' });
});

test('refuses a person who lost access', async () => {
  const { grist, vouch } = arrange();
  await expect(vouch({ origin, docId, token: await grist.token(docId, 99) })).rejects.toMatchObject({
    reason: 'other-document',
  });
});

test('refuses visitors who are not signed in, though Grist gives them a token', async () => {
  const { grist, vouch } = arrange();
  const token = await grist.token(publicDoc, 1);
  await expect(vouch({ origin, docId: publicDoc, token })).rejects.toMatchObject({ reason: 'anonymous' });
});

test('refuses a Grist that the operator does not trust, without calling it', async () => {
  const { asked, vouch } = arrange();
  await expect(vouch({ origin: 'https://evil.example', docId, token: 'x' })).rejects.toMatchObject({
    reason: 'unknown-origin',
  });
  expect(asked).toEqual([]);
});

test('says that Grist cannot be reached, and asks again the next time', async () => {
  const { grist, vouch, state } = arrange();
  const token = await grist.token(docId, editor);
  state.down = true;
  await expect(vouch({ origin, docId, token })).rejects.toMatchObject({ reason: 'grist-unreachable', passing: true });
  state.down = false;
  expect(await vouch({ origin, docId, token })).toMatchObject({ role: 'editor' });
});

test('asks once for one token, and again after a minute', async () => {
  const { grist, vouch, asked, later } = arrange();
  const token = await grist.token(docId, viewer);
  await Promise.all(Array.from({ length: 20 }, () => vouch({ origin, docId, token })));
  const once = asked.length;
  expect(asked.filter((path) => path.endsWith('/data/delete'))).toHaveLength(1);
  later(61);
  await vouch({ origin, docId, token });
  expect(asked.length).toBe(once + 1);
});

test('says that Grist hides behind a sign-on when it answers with a redirect', async () => {
  const fetch = async () => new Response(null, { status: 302, headers: { location: 'https://sso.example' } });
  const vouch = createVouching({ grists: [{ origin, internalUrl: origin }], fetch });
  await expect(vouch({ origin, docId, token: 'x' })).rejects.toMatchObject({ reason: 'grist-behind-sign-on' });
});
