import { SignJWT } from 'jose';
import { Agent, request } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { isInstalled, reverseProxies, startReverseProxy } from '../helpers/reverse-proxies.ts';
import { docId, origin, people } from '../proxy/arrange.ts';
import { arrangeOauth } from '../proxy/arrange-oauth.ts';

/** A request from another address of this machine: reverse proxies see who connects. */
async function post(url: string, localAddress: string, body: unknown, headers: Record<string, string> = {}) {
  const dispatcher = new Agent({ localAddress });
  const { statusCode, body: answer } = await request(`${url}/api/session`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
    dispatcher,
  });
  await answer.dump();
  await dispatcher.close();
  return statusCode;
}

for (const name of reverseProxies) {
  if (!isInstalled(name)) test.skip(`${name} hands on the client's address (it is not installed here)`, () => {});
}

describe.each(reverseProxies.filter(isInstalled))('%s', (name) => {
  test('a stranger at one address keeps nobody at another out, whatever addresses the stranger makes up', async () => {
    const { proxy, gristToken } = await arrangeOauth({
      settings: { TRUSTED_PROXIES: '127.0.0.1', PUBLIC_URL: 'http://panel.test' },
    });
    const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
    const front = await startReverseProxy(name, listener.url);
    onTestFinished(async () => {
      await front.stop();
      await listener.close();
    });
    const forged = await new SignJWT({ userId: people.owner, docId })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('10m')
      .sign(new Uint8Array(32));
    const made = { origin, docId, token: forged };
    const statuses = new Set<number>();
    for (let turn = 0; turn < 610; turn += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${turn % 250}` };
      statuses.add(await post(front.url, '127.0.0.66', made, headers));
    }
    expect(statuses).toEqual(new Set([401, 429]));
    const honest = { origin, docId, token: await gristToken() };
    expect(await post(front.url, '127.0.0.77', honest)).toBe(200);
    const newcomer = { origin, docId, token: await gristToken(docId, 'viewer') };
    expect(await post(front.url, '127.0.0.66', newcomer)).toBe(429);
    expect(await post(front.url, '127.0.0.78', newcomer)).toBe(200);
  });

  test('a body that is refused unread costs no one the next request', async () => {
    const { proxy } = await arrangeOauth();
    const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
    const front = await startReverseProxy(name, listener.url);
    onTestFinished(async () => {
      await front.stop();
      await listener.close();
    });
    for (let turn = 0; turn < 10; turn += 1) {
      const refused = await fetch(`${front.url}/api/state/agree`, { method: 'POST', body: 'x'.repeat(500_000) });
      expect(refused.status).toBe(401);
      await refused.text();
      // Another connection to the reverse proxy, and the same one from there.
      const next = await request(`${front.url}/healthz`, { dispatcher: new Agent({ pipelining: 0 }) });
      expect(next.statusCode).toBe(200);
      await next.body.dump();
    }
  });
});
