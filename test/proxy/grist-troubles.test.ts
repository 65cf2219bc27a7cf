import { expect, test } from 'vitest';
import { createGristServer } from '../../demo/grist-server.ts';
import { createVouching } from '../../proxy/grist/authenticate.ts';
import { docId, origin, people } from './arrange.ts';

/** A Grist that answers as `trouble` says where it says something. */
function arrange() {
  const access = { [people.owner]: 'owners' } as const;
  const grist = createGristServer({ find: () => ({ docId, access, everyone: 'viewers' }) });
  const state: { trouble: (path: string) => Response | undefined } = { trouble: () => undefined };
  const vouch = createVouching({
    grists: [{ origin, internalUrl: 'http://grist.test' }],
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return state.trouble(new URL(request.url).pathname) ?? grist.fetch(request);
    },
  });
  const ask = async (userId = people.owner) => vouch({ origin, docId, token: await grist.token(docId, userId) });
  return { state, ask };
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
  const visitor = 1;
  state.trouble = (path) =>
    path.endsWith('/access/active') ? Response.json({ error: 'x' }, { status: 429 }) : undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'grist-busy' });
  state.trouble = (path) => (path.endsWith('/access/active') ? Response.json({ user: {} }) : undefined);
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'grist-unreachable' });
  state.trouble = () => undefined;
  await expect(ask(visitor)).rejects.toMatchObject({ reason: 'anonymous' });
});
