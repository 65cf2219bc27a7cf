import { expect, test } from 'vitest';
import { arrangeOauth } from './arrange-oauth.ts';

const metricsToken = 'a-token-for-tests-only';

/** A proxy behind a reverse proxy at 10.0.0.5, and a client whose address that one names. */
async function arrange() {
  const arranged = await arrangeOauth({ settings: { METRICS_TOKEN: metricsToken, TRUSTED_PROXIES: '10.0.0.5' } });
  const get = (path: string, client: string, headers: Record<string, string> = {}) =>
    arranged.proxy.request(
      `https://panel.example.org${path}`,
      { headers: { 'x-forwarded-for': client, ...headers } },
      { incoming: { socket: { remoteAddress: '10.0.0.5' } } },
    );
  const statusesOf = async (count: number, ask: () => Promise<Response>) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < count; turn += 1) statuses.push((await ask()).status);
    return statuses;
  };
  return { ...arranged, get, statusesOf };
}

const stranger = '203.0.113.9';

test('made-up ends of sign-ins are limited by address, and reach neither the database nor HighLevel', async () => {
  const { get, statusesOf, storage, sandbox } = await arrange();
  await storage.close();
  const before = sandbox.requests.length;
  const statuses = await statusesOf(61, async () => get('/oauth/callback?code=abc&state=made-up', stranger));
  expect(statuses).toEqual([...Array(60).fill(409), 429]);
  expect((await get('/oauth/callback?code=abc&state=made-up', '203.0.113.10')).status).toBe(409);
  expect(sandbox.requests.length).toBe(before);
});

test('a person can finish signing in though a stranger at the same address may ask no more', async () => {
  const { get, statusesOf, enter, request, sandbox } = await arrange();
  const { session } = await enter();
  const { url } = (await request('POST', '/api/connection/begin', session)).body as { url: string };
  await statusesOf(61, async () => get('/oauth/callback?code=abc&state=made-up', stranger));
  const form = new URLSearchParams([...new URL(url).searchParams, ['choice', sandbox.info.locationId]]);
  const chosen = await sandbox.fetch(
    new Request(url.split('?')[0] ?? '', { method: 'POST', body: form, redirect: 'manual' }),
  );
  const back = new URL(chosen.headers.get('location') ?? '');
  expect((await get(back.pathname + back.search, stranger)).status).toBe(200);
});

test('guesses at the token of the metrics are limited by address, and the right one always opens them', async () => {
  const { get, statusesOf } = await arrange();
  const guess = async () => get('/metrics', stranger, { authorization: 'Bearer wrong' });
  expect(await statusesOf(21, guess)).toEqual([...Array(20).fill(404), 429]);
  expect((await get('/metrics', stranger, { authorization: `Bearer ${metricsToken}` })).status).toBe(200);
});
