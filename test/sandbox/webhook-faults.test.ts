import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

function subscribed() {
  const opened = openSandbox();
  const { webhooks, faults } = opened.sandbox;
  const received: { type: string; webhookId: string; signature: string | null }[] = [];
  webhooks.urls.push('https://proxy.example/webhooks/highlevel');
  webhooks.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { type, webhookId } = (await request.json()) as { type: string; webhookId: string };
    received.push({ type, webhookId, signature: request.headers.get('x-ghl-signature') });
    return new Response();
  };
  const note = () => opened.send('POST', `${opened.contact}/notes`, { body: 'x' });
  const tag = () => opened.send('POST', `${opened.contact}/tags`, { tags: ['x'] });
  return { ...opened, webhooks, faults, received, note, tag };
}

test('a lost webhook is not delivered, and others are', async () => {
  const { note, tag, faults, received, webhooks } = subscribed();
  faults.add('webhook-lost', { path: 'NoteCreate' });
  await note();
  await tag();
  await webhooks.settled();
  expect(received.map(({ type }) => type)).toEqual(['ContactTagUpdate']);
});

test('a doubled webhook is delivered twice under one id', async () => {
  const { note, faults, received, webhooks } = subscribed();
  faults.add('webhook-doubled', { times: 1 });
  await note();
  await webhooks.settled();
  expect(received).toHaveLength(2);
  expect(received[0]?.webhookId).toBe(received[1]?.webhookId);
});

test('a delayed webhook is overtaken', async () => {
  const { note, tag, faults, received, webhooks } = subscribed();
  faults.add('webhook-delayed', { times: 1, ms: 30 });
  await note();
  await tag();
  await webhooks.settled();
  expect(received.map(({ type }) => type)).toEqual(['ContactTagUpdate', 'NoteCreate']);
});

test('an unsigned webhook has the signature N/A', async () => {
  const { note, faults, received, webhooks } = subscribed();
  faults.add('webhook-unsigned', { times: 1 });
  await note();
  await webhooks.settled();
  expect(received[0]?.signature).toBe('N/A');
});

test('a forged webhook does not verify', async () => {
  const { note, faults, received, webhooks } = subscribed();
  faults.add('webhook-forged', { times: 1 });
  await note();
  await webhooks.settled();
  const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', bytes(await webhooks.publicKey()), 'Ed25519', false, ['verify']);
  const body = new TextEncoder().encode(webhooks.deliveries[0]!.body);
  expect(await crypto.subtle.verify('Ed25519', key, bytes(received[0]?.signature ?? ''), body)).toBe(false);
});

test('an unreachable subscriber does not affect the write', async () => {
  const { note, webhooks } = subscribed();
  webhooks.fetch = async () => {
    throw new TypeError('fetch failed');
  };
  expect((await note()).status).toBe(201);
  await webhooks.settled();
  expect(webhooks.deliveries[0]?.statuses).toEqual([0]);
});
