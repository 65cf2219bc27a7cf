import { expect, test } from 'vitest';
import { createAuthorizations } from '../../proxy/oauth/authorizations.ts';
import { arrangeOauth } from './arrange-oauth.ts';

async function begun() {
  const arranged = await arrangeOauth();
  const { session } = await arranged.enter();
  const { url } = (await arranged.request('POST', '/api/connection/begin', session)).body as { url: string };
  return { ...arranged, session, url, location: arranged.sandbox.info.locationId };
}

test('HighLevel is asked for the least scopes, and told nothing of the document', async () => {
  const { url } = await begun();
  const { searchParams } = new URL(url);
  expect(searchParams.get('scope')?.split(' ')).not.toContain('oauth.write');
  expect(url).not.toMatch(/xzorDHpEQ7G97fDE5b2WYU|grist/);
});

test('the way back works once', async () => {
  const { signIn, url, location, proxy } = await begun();
  const { back, status } = await signIn(url, location);
  expect(status).toBe(200);
  const again = await proxy.request(back.href);
  expect(again.status).toBe(409);
});

test('a state that we did not give leads nowhere', async () => {
  const { proxy } = await begun();
  const page = await proxy.request('https://panel.example.org/oauth/callback?code=abc&state=made-up');
  expect(page.status).toBe(409);
  expect(await page.text()).toContain('Press Connect once more');
});

test('an install that began at HighLevel is sent to Grist', async () => {
  const { proxy } = await begun();
  const page = await proxy.request('https://panel.example.org/oauth/callback?code=abc');
  expect(page.status).toBe(400);
  expect(await page.text()).toContain('Begin in Grist');
});

test('a state older than ten minutes is over', async () => {
  const { signIn, url, location, later } = await begun();
  later(601);
  expect((await signIn(url, location)).status).toBe(409);
});

test('a claim connects only the document of the owner who began', async () => {
  const { signIn, url, location, enter, request, otherDocId, session } = await begun();
  const { claim } = await signIn(url, location);
  const stranger = await enter('owner', otherDocId);
  expect((await request('POST', '/api/connection', stranger.session, { claim })).body).toMatchObject({
    error: { code: 'conflict' },
  });
  expect((await request('POST', '/api/connection', session, { claim })).status).toBe(200);
});

test('a claim is of the owner who began, and of no other owner of the document', async () => {
  const { store, vault } = (await begun()).storage;
  const authorizations = createAuthorizations(store, vault);
  const beginner = { document: 'https://grist.example.org doc', userId: 5 };
  const state = await authorizations.begin(beginner);
  expect(await authorizations.take(state)).toBe(true);
  const grant = { access: 'a', refresh: 'r', expiresAt: 0, scopes: '', locationId: 'L', companyId: 'C' };
  const claim = await authorizations.hold(state, grant);
  expect(await authorizations.peek(claim, { ...beginner, userId: 6 })).toBeNull();
  expect(await authorizations.peek(claim, beginner)).toEqual(grant);
});

test('a claim works once', async () => {
  const { signIn, url, location, request, session } = await begun();
  const { claim } = await signIn(url, location);
  await request('POST', '/api/connection', session, { claim });
  expect((await request('POST', '/api/connection', session, { claim })).status).toBe(409);
});

test('a window that was sent by somebody else does not hand over its location', async () => {
  const { signIn, url, location, request, session } = await begun();
  await signIn(url, location);
  expect((await request('POST', '/api/connection', session, { claim: 'guessed' })).status).toBe(409);
});

test('the page of the way back may be framed by nobody and keeps its opener', async () => {
  const { proxy } = await begun();
  const { headers } = await proxy.request('https://panel.example.org/oauth/callback?error=access_denied');
  expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('no code, state, claim or token is logged', async () => {
  const { signIn, url, location, request, session, log, storage } = await begun();
  const { back, claim } = await signIn(url, location);
  await request('POST', '/api/connection', session, { claim });
  const secrets = [back.searchParams.get('code'), back.searchParams.get('state'), claim, session];
  for (const secret of secrets) expect(log.join('')).not.toContain(secret);
  const kept = JSON.stringify(await storage.store.selectFrom('credential').selectAll().execute());
  expect(kept).not.toMatch(/eyJ|access_token/);
});
