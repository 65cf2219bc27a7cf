import { expect, test } from 'vitest';
import { createGristServer } from '../../demo/grist-server.ts';
import { createAuthentication } from '../../proxy/grist/authenticate.ts';
import { docId, origin, people } from './arrange.ts';

const visitor = 1;

/** A Grist that answers as `trouble` says where it says something. */
function arrange() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const access = { [people.owner]: 'owners' } as const;
  const grist = createGristServer({ find: () => ({ docId, access, everyone: 'viewers' }), now });
  const state: { trouble: (path: string) => Response | undefined } = { trouble: () => undefined };
  const { authenticate } = createAuthentication({
    grists: [{ origin, internalUrl: 'http://grist.test' }],
    now,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return state.trouble(new URL(request.url).pathname) ?? grist.fetch(request);
    },
  });
  const ask = async (userId = people.owner) => authenticate({ origin, docId, token: await grist.token(docId, userId) });
  const later = (seconds: number) => {
    ahead += seconds * 1000;
  };
  return { state, ask, later };
}

const balancer = (status: number) =>
  new Response('<h1>Busy</h1>', { status, headers: { 'content-type': 'text/html' } });

test.each([429, 503])('takes a %i of Grist for a moment that passes', async (status) => {
  const { state, ask } = arrange();
  state.trouble = () => balancer(status);
  await expect(ask()).rejects.toMatchObject({ reason: 'grist-busy', passing: true });
  state.trouble = () => undefined;
  expect(await ask()).toMatchObject({ role: 'owner' });
});

test('takes a gateway without a Grist behind it for a moment that passes', async () => {
  const { state, ask } = arrange();
  state.trouble = () => balancer(502);
  await expect(ask()).rejects.toMatchObject({ reason: 'grist-unreachable', passing: true });
});

test('takes a page in place of an answer for a sign-on', async () => {
  const { state, ask } = arrange();
  state.trouble = () => balancer(200);
  await expect(ask()).rejects.toMatchObject({ reason: 'grist-behind-sign-on' });
});

test('takes an answer that breaks off for a Grist that is not reached', async () => {
  const { state, ask } = arrange();
  state.trouble = () => new Response('{"err', { headers: { 'content-type': 'application/json' } });
  await expect(ask()).rejects.toMatchObject({ reason: 'grist-unreachable' });
});

test('makes no editor of an owner because Grist is busy', async () => {
  const { state, ask } = arrange();
  state.trouble = (path) => (path.endsWith('/attachments/stores') ? balancer(429) : undefined);
  await expect(ask()).rejects.toMatchObject({ reason: 'grist-busy' });
});

test('lets no visitor in because Grist did not say who visitors are', async () => {
  const { state, ask } = arrange();
  state.trouble = (path) =>
    path.endsWith('/access/active') ? Response.json({ error: 'x' }, { status: 429 }) : undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'grist-busy' });
  state.trouble = (path) => (path.endsWith('/access/active') ? Response.json({ user: {} }) : undefined);
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'visitors-unknown', passing: true });
  state.trouble = () => undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'anonymous' });
});

test.each([401, 403, 404])('lets nobody in while Grist answers %i to the question who visitors are', async (status) => {
  const { state, ask } = arrange();
  state.trouble = (path) =>
    path.endsWith('/access/active') ? Response.json({ error: 'access denied' }, { status }) : undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'visitors-unknown' });
  await expect(ask()).rejects.toMatchObject({ reason: 'visitors-unknown' });
  state.trouble = () => undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'anonymous' });
  expect(await ask()).toMatchObject({ role: 'owner' });
});

test('a Grist that signs everybody in as one user lets in nobody as that user', async () => {
  const { state, ask } = arrange();
  const answer = { user: { id: people.owner, email: 'you@example.com', anonymous: false } };
  state.trouble = (path) => (path.endsWith('/access/active') ? Response.json(answer) : undefined);
  await expect(ask()).rejects.toMatchObject({ reason: 'anonymous' });
});

test('asks again after ten minutes who visitors are', async () => {
  const { state, ask, later } = arrange();
  await ask();
  later(601);
  const answer = { user: { id: people.owner, anonymous: true } };
  state.trouble = (path) => (path.endsWith('/access/active') ? Response.json(answer) : undefined);
  await expect(ask()).rejects.toMatchObject({ reason: 'anonymous' });
});
