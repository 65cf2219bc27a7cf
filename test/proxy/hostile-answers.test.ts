import { expect, test } from 'vitest';
import { boundFetch } from '../../proxy/bounded-fetch.ts';
import { docId, origin, people } from './arrange.ts';
import { arrangeOauth } from './arrange-oauth.ts';

/** An answer that goes on for as long as it is read, and how much of it was. */
function endless() {
  let given = 0;
  const chunk = new Uint8Array(64 * 1024).fill(32);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { answer: () => new Response(body, { headers: { 'content-type': 'application/json' } }), given: () => given };
}

test('an answer of Grist without end is given up, and Grist counts as out of reach', async () => {
  const { answer, given } = endless();
  const { request, gristToken } = await arrangeOauth({ gristFetch: async () => answer() });
  const opened = await request('POST', '/api/session', undefined, { origin, docId, token: await gristToken() });
  expect(opened).toMatchObject({ status: 502, body: { error: { reason: 'grist-unreachable' } } });
  expect(given()).toBeLessThan(6 * 1024 * 1024);
});

test('names without end are given up, and the log is shown without them', async () => {
  const { answer, given } = endless();
  const arranged = await arrangeOauth({
    settings: { GRIST_API_KEY: `${origin}=0123456789abcdef0123` },
    interceptGrist: (path) => (path.endsWith('/access') ? answer() : undefined),
  });
  await arranged.connect();
  const { session } = await arranged.enter();
  expect((await arranged.request('GET', '/api/activity', session)).status).toBe(200);
  expect(given()).toBeGreaterThan(0);
  expect(given()).toBeLessThan(6 * 1024 * 1024);
});

test('what is within the bound comes as it was sent', async () => {
  const fetch = boundFetch(async () => Response.json({ id: people.owner }, { status: 201 }), 100);
  const answer = await fetch('http://grist.test/');
  expect([answer.status, await answer.json()]).toEqual([201, { id: people.owner }]);
});
