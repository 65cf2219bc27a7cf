import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { arrange as arrangeProxy } from './arrange.ts';

/** Writes a request byte by byte as it is given, and answers the status. */
async function arrange() {
  const arranged = await arrangeProxy();
  const { proxy, session, contactId } = arranged;
  const path = `/api/highlevel/contacts/${contactId}`;
  const write = async (headers: string, target = path) => {
    const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
    const socket = connect(listener.port, '127.0.0.1');
    socket.write(
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\nAuthorization: Bearer ${session}\r\n${headers}Connection: close\r\n\r\n`,
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    await once(socket, 'close');
    await listener.close();
    return { status: Number(text.split(' ')[1]), text };
  };
  return { ...arranged, write, path };
}

const ours = ['accept', 'authorization', 'user-agent', 'version'];

test.each([
  'Idempotency-Key: a\r\n X-Evil: folded\r\n',
  'Idempotency-Key: a\nX-Evil: bare line feed\r\n',
  'Idempotency-Key: a\rX-Evil: bare carriage return\r\n',
  'Idempotency-Key: a\0b\r\n',
  'X Evil: a name with a space\r\n',
  'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
  'Content-Length: 5\r\nContent-Length: 6\r\n',
])('refuses the header %j', async (header) => {
  const { write, sent } = await arrange();
  expect((await write(header)).status).toBe(400);
  expect(sent).toEqual([]);
});

test.each([
  'Version: 2020-01-01\r\n',
  'Accept: text/html\r\n',
  'Cookie: grist_sid=x\r\n',
  'Location-Id: another\r\n',
  'X-Forwarded-For: 10.0.0.1\r\nForwarded: for=10.0.0.1\r\nX-Forwarded-Host: evil.example\r\n',
  'Connection: Authorization\r\n',
])('hands none of %j on', async (header) => {
  const { write, sent } = await arrange();
  expect((await write(header)).status).toBe(200);
  expect([...(sent[0]?.headers.keys() ?? [])].sort()).toEqual(ours);
  expect(sent[0]?.headers.get('version')).toBe('2021-07-28');
});

test('line breaks in a query stay in the query', async () => {
  const { write, sent } = await arrange();
  const { text } = await write('', '/api/highlevel/contacts/?query=%0d%0aX-Evil:%20yes');
  expect(sent[0]?.headers.has('x-evil')).toBe(false);
  expect(text.toLowerCase()).not.toContain('x-evil');
});

test('a name for the request that is no name is replaced by one of ours', async () => {
  const { write, log } = await arrange();
  await write('X-Request-Id: "}{"forged":true\r\n');
  expect(log.join('')).not.toContain('forged');
});
