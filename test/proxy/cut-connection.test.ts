import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createTransport } from '../../proxy/transport.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import { arrange as arrangeProxy, errorOf, openSessions } from './arrange.ts';

/** A proxy that reaches its sandbox over sockets. */
async function arrange(timeout?: number) {
  const sandbox = createSandbox({ contacts: 5 });
  const served = await serveSandbox(sandbox, { port: 0 });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= served.close();
    return closed;
  };
  onTestFinished(close);
  const { token, locationId } = sandbox.info;
  const { call } = await arrangeProxy({
    sessions: openSessions('owner', { locationId, locationName: 'Sandbox', token: async () => token }),
    highlevelUrl: served.url,
    fetch: createTransport(),
    ...(timeout !== undefined && { timeout }),
  });
  const contactId = sandbox.info.contactIds[0] as string;
  return { sandbox, call, contactId, close };
}

test('reaches HighLevel over a socket', async () => {
  const { call, contactId } = await arrange();
  const { contact } = (await (await call('GET', `/contacts/${contactId}`)).json()) as { contact: { id: string } };
  expect(contact.id).toBe(contactId);
});

test.each(['cut-before', 'cut-after'] as const)('cannot tell whether a write happened after a %s', async (fault) => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add(fault, { times: 1 });
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(answer.status).toBe(502);
  expect(await errorOf(answer)).toEqual({
    code: 'unreachable',
    message: 'The connection to HighLevel failed: PUT /contacts/{contactId}.',
    unknownOutcome: true,
  });
});

test('has no doubt about a read that was cut', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('cut-after', { times: 1 });
  const error = await errorOf(call('GET', `/contacts/${contactId}`));
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(error).not.toHaveProperty('unknownOutcome');
});

test('sends nothing twice', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('cut-after', { times: 1 });
  await call('GET', `/contacts/${contactId}`);
  expect(sandbox.requests).toHaveLength(1);
});

test('knows that a write did not happen where nothing could be sent', async () => {
  const { call, contactId, close } = await arrange();
  await close();
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(answer.status).toBe(502);
  expect(await errorOf(answer)).not.toHaveProperty('unknownOutcome');
});

test('gives up an answer that does not come', async () => {
  const { call, sandbox, contactId } = await arrange(50);
  sandbox.faults.add('latency', { ms: 60_000, times: 1 });
  const answer = await call('PUT', `/contacts/${contactId}`, { body: { firstName: 'Ada' } });
  expect(answer.status).toBe(504);
  expect(await errorOf(answer)).toMatchObject({ code: 'unreachable', unknownOutcome: true });
});

test('gives up an answer that stops in the middle', async () => {
  const server = createServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"contact":');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const { call, contactId } = await arrangeProxy({
    highlevelUrl: `http://127.0.0.1:${port}`,
    fetch: createTransport(),
    timeout: 50,
  });
  expect((await call('GET', `/contacts/${contactId}`)).status).toBe(504);
});
