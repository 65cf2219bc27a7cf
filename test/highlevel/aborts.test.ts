import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { answers, failure, keepsSilent, localServer, stalls } from './local-server.ts';

test('an abort reaches the caller unchanged', async () => {
  const { api } = await localServer(keepsSilent);
  const controller = new AbortController();

  const reading = failure(getContact(api(), 'c1', { signal: controller.signal }));
  controller.abort();
  expect(await reading).toMatchObject({ name: 'AbortError' });
});

test('sends nothing for a signal that is already aborted', async () => {
  const { api, received } = await localServer(keepsSilent);

  expect(await failure(getContact(api(), 'c1', { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
  expect(received).toHaveLength(0);
});

test('aborts while the answer is still arriving', async () => {
  const controller = new AbortController();
  const { api } = await localServer((request, response) => {
    stalls(request, response);
    controller.abort();
  });

  expect(await failure(getContact(api(), 'c1', { signal: controller.signal }))).toMatchObject({ name: 'AbortError' });
});

test('aborts while it waits to repeat', async () => {
  const controller = new AbortController();
  const { api, received } = await localServer((request, response) => {
    answers(429, {}, { 'retry-after': '300' })(request, response);
    response.on('finish', () => setTimeout(() => controller.abort(), 20));
  });

  expect(await failure(getContact(api({ maxRetryDelay: 300_000 }), 'c1', { signal: controller.signal }))).toMatchObject(
    { name: 'AbortError' },
  );
  expect(received).toHaveLength(1);
});

test('aborts while it waits for a session', async () => {
  const controller = new AbortController();
  const api = createApi({ via: 'proxy', url: 'http://127.0.0.1:9', session: () => new Promise(() => {}) });

  const reading = failure(getContact(api, 'c1', { signal: controller.signal }));
  controller.abort();
  expect(await reading).toMatchObject({ name: 'AbortError' });
});

test('rejects with the reason that the caller gave', async () => {
  const { api } = await localServer(keepsSilent);
  const controller = new AbortController();

  const reading = failure(getContact(api(), 'c1', { signal: controller.signal }));
  controller.abort('another row');
  expect(await reading).toBe('another row');
});
