import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createOpenings } from '../../proxy/openings.ts';
import type { Sessions } from '../../proxy/sessions.ts';
import { arrange, docId, errorOf, origin, people } from './arrange.ts';

type Arranged = Awaited<ReturnType<typeof arrange>>;

const url = 'http://127.0.0.1/api/session';

/** Opens a session as the machine at `address`, perhaps behind a reverse proxy that names another. */
const open = ({ proxy }: Arranged, body: unknown, address = '203.0.113.9', forwarded?: string) =>
  proxy.request(
    url,
    {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    },
    { incoming: { socket: { remoteAddress: address } } },
  );

/** A token that reads like one of Grist, and is not. */
const forged = (claims: object = {}) =>
  new SignJWT({ userId: people.owner, docId, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new Uint8Array(32).fill(7));

async function times(count: number, act: () => Promise<Response>): Promise<Response> {
  let last = await act();
  for (let left = count - 1; left > 0; left -= 1) last = await act();
  return last;
}

test.each([
  ['no JSON', async () => 'nothing'],
  ['nothing', async () => ({})],
  ['a token that is none', async () => ({ origin, docId, token: 'x.y.z' })],
  ['another Grist', async () => ({ origin: 'https://elsewhere.test', docId, token: await forged() })],
  ['a token of another document', async () => ({ origin, docId, token: await forged({ docId: 'another' }) })],
  ['a fork', async () => ({ origin, docId: `${docId}~fork`, token: await forged() })],
])('a thousand bodies with %s keep nobody out', async (_name, make) => {
  const arranged = await arrange();
  const body = await make();
  const refused = await times(1000, async () => open(arranged, body));
  expect(refused.status).toBeLessThan(500);
  expect(refused.status).not.toBe(429);
  expect((await open(arranged, await arranged.introduce())).status).toBe(200);
});

test('one address makes the proxy ask Grist in vain six hundred times a minute at most', async () => {
  const arranged = await arrange();
  const body = { origin, docId, token: await forged() };
  expect((await times(600, async () => open(arranged, body))).status).toBe(401);
  const refused = await open(arranged, body);
  expect(refused.status).toBe(429);
  expect(await errorOf(refused)).toMatchObject({ code: 'rate-limited', reason: 'throttled' });
  expect((await open(arranged, await arranged.introduce(), '203.0.113.10')).status).toBe(200);
});

test('a person for whom Grist vouched before is not kept out by others at the same address', async () => {
  const arranged = await arrange({}, 'editor');
  await open(arranged, await arranged.introduce('editor'));
  const body = { origin, docId, token: await forged({ userId: 99 }) };
  await times(601, async () => open(arranged, body));
  expect((await open(arranged, await arranged.introduce('editor'))).status).toBe(200);
  expect((await open(arranged, await arranged.introduce('viewer'))).status).toBe(429);
});

test('what a trusted reverse proxy says of the address counts, and nothing that it was told', async () => {
  const arranged = await arrange({ trustedProxies: ['10.0.0.0/8', 'fd00::/8'] });
  const body = { origin, docId, token: await forged() };
  await times(601, async () => open(arranged, body, '10.0.0.5', '192.0.2.1, 198.51.100.7, 10.0.0.9'));
  const status = async (address: string, forwarded?: string) =>
    (await open(arranged, await arranged.introduce(), address, forwarded)).status;
  expect(await status('10.0.0.5', '192.0.2.1, 198.51.100.7')).toBe(429);
  expect(await status('::ffff:10.0.0.5', '198.51.100.7')).toBe(429);
  expect(await status('fd00::1', '198.51.100.7')).toBe(429);
  expect(await status('10.0.0.5', '198.51.100.8')).toBe(200);
});

test('what a stranger says of the address does not count', async () => {
  const arranged = await arrange({ trustedProxies: ['10.0.0.0/8'] });
  const body = { origin, docId, token: await forged() };
  let turn = 0;
  await times(601, async () => open(arranged, body, '203.0.113.9', `198.51.100.${turn++ % 250}`));
  expect((await open(arranged, await arranged.introduce(), '203.0.113.9', '198.51.100.251')).status).toBe(429);
});

test('all addresses of one network of version 6 are one', async () => {
  const arranged = await arrange();
  const body = { origin, docId, token: await forged() };
  let turn = 0;
  await times(601, async () => open(arranged, body, `2001:db8:1:2::${(turn++).toString(16)}`));
  expect((await open(arranged, await arranged.introduce(), '2001:db8:1:2:ffff::1')).status).toBe(429);
  expect((await open(arranged, await arranged.introduce(), '2001:db8:1:3::1')).status).toBe(200);
});

test('addresses of version 4 that a socket of version 6 names are told apart', async () => {
  const arranged = await arrange();
  const body = { origin, docId, token: await forged({ userId: 99 }) };
  await times(601, async () => open(arranged, body, '::ffff:203.0.113.9'));
  expect((await open(arranged, await arranged.introduce('editor'), '203.0.113.9')).status).toBe(429);
  expect((await open(arranged, await arranged.introduce('editor'), '::ffff:203.0.113.10')).status).toBe(200);
});

test('people are let in while Grist does not answer for long, and then does', async () => {
  const arranged = await arrange();
  const busy = { origin, docId, token: await forged() };
  arranged.grist.isDown = true;
  expect((await times(700, async () => open(arranged, busy))).status).toBe(502);
  arranged.grist.isDown = false;
  expect((await open(arranged, await arranged.introduce())).status).toBe(200);
});

test('seven hundred people open at one address, each for the first time', async () => {
  const user = ({ token }: { token: string }) => ({ origin, docId, userId: Number(token) });
  const sessions: Sessions = {
    screen: user,
    open: async (introduction) => ({
      session: 's',
      role: 'editor',
      expiresAt: 0,
      person: { ...user(introduction), role: 'editor' },
      connection: null,
    }),
    find: () => Promise.reject(new Error('not used')),
  };
  const openFor = createOpenings(sessions, async () => {});
  for (let person = 1; person <= 700; person += 1) {
    expect((await openFor({ origin, docId, token: `${person}` }, '203.0.113.9')).person.userId).toBe(person);
  }
});
