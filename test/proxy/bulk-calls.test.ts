import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { createPacer } from '../../proxy/rate-limit/limiter.ts';
import { arrange } from './arrange.ts';

/** A proxy that refuses what cannot go at once. */
const arrangeImpatient = () => arrange({ pacer: createPacer({ patience: { people: 0, bulk: 0 } }) });

test('bulk calls leave a part of the window to people', async () => {
  const { call, contactId } = await arrangeImpatient();
  const bulk = () => call('GET', `/contacts/${contactId}`, { headers: { 'x-priority': 'bulk' } });
  let sent = 0;
  while ((await bulk()).status === 200) sent += 1;
  expect(sent).toBe(75);
  expect((await call('GET', `/contacts/${contactId}`)).status).toBe(200);
  expect((await bulk()).status).toBe(429);
});

test('the client marks any call as bulk, and HighLevel sees nothing of the mark', async () => {
  const { proxy, sent, session, contactId } = await arrangeImpatient();
  const marks: (string | null)[] = [];
  const api = createApi(
    { via: 'proxy', url: 'http://127.0.0.1', session: async () => session },
    {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        marks.push(request.headers.get('x-priority'));
        return proxy.fetch(request);
      },
    },
  );
  await getContact(api, contactId, { priority: 'bulk' });
  await getContact(api, contactId);
  expect(marks).toEqual(['bulk', null]);
  expect(sent.map(({ headers }) => headers.get('x-priority'))).toEqual([null, null]);
});

test('a person does not wait for a bulk read of the same thing', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let reads = 0;
  const { call, contactId } = await arrange({
    fetch: async () => {
      reads += 1;
      if (reads === 2) await held;
      return new Response('{"contact":{}}', { headers: { 'x-ratelimit-max': '100', 'x-ratelimit-remaining': '90' } });
    },
  });
  const path = `/contacts/${contactId}`;
  await call('GET', path);
  const bulk = call('GET', path, { headers: { 'x-priority': 'bulk' } });
  expect((await call('GET', path)).status).toBe(200);
  release();
  expect((await bulk).status).toBe(200);
});
