import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../../sandbox/serve.ts';
import { openSandbox } from './open-sandbox.ts';

let served: ServedSandbox | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function overSocket() {
  const { sandbox, contact } = openSandbox();
  served = await serveSandbox(sandbox, { port: 0 });
  const { url } = served;
  const headers = { authorization: `Bearer ${sandbox.info.token}`, version: '2021-07-28' };
  const send = (method: string, path: string, body?: unknown) =>
    fetch(url + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const notes = async () => {
    const answer = (await (await send('GET', `${contact}/notes`)).json()) as { notes: { body: string }[] };
    return answer.notes.map(({ body }) => body);
  };
  return { sandbox, contact, send, notes };
}

test('responds as in memory, headers and bodies of deletes included', async () => {
  const { contact, send } = await overSocket();
  await send('PUT', contact, { tags: ['one', 'two'] });
  const response = await send('DELETE', `${contact}/tags`, { tags: ['one'] });
  expect(await response.json()).toMatchObject({ tags: ['two'] });
  expect(response.headers.get('date')).toBe('Fri, 20 Nov 2026 10:30:00 GMT');
});

test.each([
  ['cut-before', false],
  ['cut-after', true],
] as const)('%s breaks the connection; the note is there: %s', async (name, isThere) => {
  const { contact, send, notes } = await overSocket();
  await send('POST', '/_sandbox/faults', { name, times: 1, method: 'POST', path: '/notes' });
  await expect(send('POST', `${contact}/notes`, { body: 'Once' })).rejects.toThrow(TypeError);
  expect((await notes()).includes('Once')).toBe(isThere);
});

test('faults, limits and quirks are set over the control endpoint', async () => {
  const { send, contact, sandbox } = await overSocket();
  expect((await send('POST', '/_sandbox/faults', { name: 'no-such-fault' })).status).toBe(400);
  await send('POST', '/_sandbox/faults', { name: 'server-error', status: 504 });
  expect((await send('GET', contact)).status).toBe(504);
  expect(await (await send('GET', '/_sandbox/faults')).json()).toMatchObject({ faults: [{ hits: 1 }] });
  await send('DELETE', '/_sandbox/faults');
  expect((await send('GET', contact)).status).toBe(200);
  await send('PUT', '/_sandbox/limits', { enabled: true, max: 25 });
  expect((await send('GET', contact)).headers.get('x-ratelimit-max')).toBe('25');
  expect((await send('PUT', '/_sandbox/quirks', { nonsense: true })).status).toBe(400);
  expect(sandbox.requests.map(({ status }) => status)).toEqual([504, 200, 200]);
});

test('a subscriber over a socket receives a signed event', async () => {
  const { contact, send, sandbox } = await overSocket();
  let receive: (headers: IncomingHttpHeaders) => void = () => {};
  const received = new Promise<IncomingHttpHeaders>((resolve) => {
    receive = resolve;
  });
  const receiver = createServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.end();
    receive(incoming.headers);
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const subscribed = await (await send('POST', '/_sandbox/webhooks', { url })).json();
    expect(subscribed).toEqual({ urls: [url], publicKey: await sandbox.webhooks.publicKey() });
    await send('POST', `${contact}/notes`, { body: 'x' });
    expect((await received)['x-ghl-signature']).toMatch(/^[\w+/]{86}==$/);
  } finally {
    receiver.close();
    receiver.closeAllConnections();
  }
});

test('the command prints its address and stops on SIGTERM', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', '--port', '0']);
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const printed = JSON.parse(line) as Record<'url' | 'token' | 'locationId' | 'clientId' | 'clientSecret', string> & {
      contactIds: string[];
    };
    expect(printed.contactIds).toHaveLength(2000);
    const response = await fetch(`${printed.url}/locations/${printed.locationId}`, {
      headers: { authorization: `Bearer ${printed.token}`, version: '2021-07-28' },
    });
    expect(response.status).toBe(200);
    // The printed values are enough to set up a proxy that signs in to it.
    expect(printed.clientSecret).toEqual(expect.any(String));
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: printed.clientId,
      redirect_uri: 'http://127.0.0.1/oauth/callback',
      scope: 'contacts.readonly',
    });
    expect((await fetch(`${printed.url}/v2/oauth/chooselocation?${query}`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
}, 20_000);
