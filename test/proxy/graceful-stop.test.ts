import { expect, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { arrange as arrangeProxy } from './arrange.ts';

/** A proxy on a socket, and a call that HighLevel answers when `release` is called. */
async function arrange(method: 'GET' | 'PUT') {
  let release = () => {};
  let seen: (signal: AbortSignal) => void = () => {};
  const arrived = new Promise<AbortSignal>((resolve) => {
    seen = resolve;
  });
  const { proxy, session, contactId } = await arrangeProxy({
    fetch: (_input, init) =>
      new Promise((resolve, reject) => {
        const signal = init?.signal as AbortSignal;
        signal.addEventListener('abort', () => reject(signal.reason));
        release = () => resolve(Response.json({ contact: {} }));
        seen(signal);
      }),
  });
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const widget = new AbortController();
  const answer = fetch(`${listener.url}/api/highlevel/contacts/${contactId}`, {
    method,
    headers: { authorization: `Bearer ${session}` },
    ...(method === 'PUT' && { body: '{"firstName":"Ada"}' }),
    signal: widget.signal,
  });
  answer.catch(() => {});
  return { listener, answer, signal: await arrived, leave: () => widget.abort(), release: () => release() };
}

test('finishes what runs before it stops, and takes nothing new', async () => {
  const { listener, answer, release } = await arrange('PUT');
  const closed = listener.close();
  await expect(fetch(`${listener.url}/healthz`)).rejects.toThrow();
  release();
  expect((await answer).status).toBe(200);
  await closed;
});

test('gives up a read whose widget is gone', async () => {
  const { listener, signal, leave } = await arrange('GET');
  leave();
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  expect(signal.reason).not.toMatchObject({ name: 'TimeoutError' });
  await listener.close();
});

test('carries a write to its end although its widget is gone', async () => {
  const { listener, answer, signal, leave, release } = await arrange('PUT');
  leave();
  await expect(answer).rejects.toThrow();
  expect((await fetch(`${listener.url}/healthz`)).status).toBe(200);
  expect(signal.aborted).toBe(false);
  release();
  await listener.close();
});

test('does not stop before a write whose widget is gone has ended', async () => {
  const { listener, answer, leave, release } = await arrange('PUT');
  leave();
  await expect(answer).rejects.toThrow();
  const order: string[] = [];
  const closing = listener.close().then(() => order.push('stopped'));
  await expect(fetch(`${listener.url}/healthz`)).rejects.toThrow();
  order.push('written');
  release();
  await closing;
  expect(order).toEqual(['written', 'stopped']);
});

test('fails on a port that is taken', async () => {
  const { proxy } = await arrangeProxy();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  await expect(listen(proxy.fetch, { port: listener.port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await listener.close();
});

test('stops when its grace is over, though a write goes on', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const never = () => new Promise<never>(() => arrive());
  const listener = await listen(never, { port: 0, host: '127.0.0.1', grace: 20 });
  const answer = fetch(listener.url, { method: 'PUT' }).catch(() => 'cut');
  await arrived;
  await listener.close();
  expect(await answer).toBe('cut');
});
