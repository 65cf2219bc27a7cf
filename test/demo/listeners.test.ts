import { afterEach, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.ts';

let demo: Demo | undefined;
afterEach(() => demo?.close());

const start = async () => {
  demo = await startDemo({ port: 0 });
  return demo;
};

test('Grist, the widget and the sandbox are three origins', async () => {
  const { url, widgetUrl, sandboxUrl } = await start();
  const origins = [url, widgetUrl, sandboxUrl].map((address) => new URL(address).origin);
  expect(new Set(origins).size).toBe(3);
  expect(new URL(url).hostname).not.toBe(new URL(widgetUrl).hostname);
  expect((await fetch(`${widgetUrl}healthz`)).status).toBe(200);
});

test('takes three ports in a row', async () => {
  const spare = await startDemo({ port: 0 });
  const port = Number(new URL(spare.widgetUrl).port);
  await spare.close();
  demo = await startDemo({ port });
  const ports = [demo.widgetUrl, demo.url, demo.sandboxUrl].map((address) => Number(new URL(address).port));
  expect(ports).toEqual([port, port + 1, port + 2]);
});

test('closing frees every port', async () => {
  const { url, widgetUrl, sandboxUrl, close } = await start();
  await close();
  demo = undefined;
  for (const address of [url, widgetUrl, sandboxUrl]) await expect(fetch(address)).rejects.toThrow();
});

test('starting over puts HighLevel back, under the same token and ids', async () => {
  const running = await start();
  const { sandbox, url, sandboxUrl } = running;
  const [contactId = ''] = sandbox.info.contactIds;
  const contact = `${sandboxUrl}/contacts/${contactId}`;
  const headers = {
    authorization: `Bearer ${sandbox.info.token}`,
    version: '2021-07-28',
    'content-type': 'application/json',
  };
  const read = async () =>
    ((await (await fetch(contact, { headers })).json()) as { contact: { city?: string } }).contact.city;
  const before = await read();
  await fetch(contact, { method: 'PUT', headers, body: JSON.stringify({ city: 'Elsewhere' }) });
  expect(await read()).toBe('Elsewhere');
  await fetch(`${url}start-over`, { method: 'POST' });
  expect(await read()).toBe(before);
  expect(running.sandbox).not.toBe(sandbox);
});
