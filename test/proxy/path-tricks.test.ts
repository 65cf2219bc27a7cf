import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { arrange } from './arrange.ts';

/** Sends a request line as it is: `fetch` would tidy the path before it left. */
/** The status of an answer; `null` where the connection is cut without one. */
async function statusOf(port: number, session: string, target: string, header = ''): Promise<number | null> {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${session}\r\n${header}Connection: close\r\n\r\n`,
  );
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('close', resolve));
  return text === '' ? null : Number(text.split(' ')[1]);
}

const root = '/api/highlevel';

test.each([
  `${root}/contacts/ID/../../oauth/token`,
  `${root}/contacts/x/../ID`,
  `${root}/./contacts/ID`,
  `${root}/contacts/%2e%2e/users/ID`,
  `${root}/contacts/.%2E/contacts/ID`,
  `${root}/contacts%2fID`,
  `${root}/contacts/ID%2ftasks`,
  `${root}/contacts/ID%5ctasks`,
  `${root}/contacts\\ID`,
  `${root}//contacts/ID`,
  `//api/highlevel/contacts/ID`,
  `${root}/contacts/ID;x=1`,
  `${root}/contacts/ID%00`,
  `${root}/contacts/ID%3flocationId=x`,
  `${root}/contacts/${'a'.repeat(101)}`,
  `${root}/http://127.0.0.1/contacts/ID`,
  `http://127.0.0.1${root}/contacts/ID`,
  `http://highlevel.test/contacts/ID`,
])('refuses the path %s', async (target) => {
  const { proxy, sent, session, contactId } = await arrange();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const status = await statusOf(listener.port, session, target.replace('ID', contactId));
  await listener.close();
  expect([400, 404]).toContain(status);
  expect(sent).toEqual([]);
});

test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('refuses the header %s', async (name) => {
  const { call, sent, contactId } = await arrange();
  expect((await call('POST', `/contacts/${contactId}/tasks`, { headers: { [name]: 'DELETE' } })).status).toBe(400);
  expect(sent).toEqual([]);
});

test('refuses a method in the query', async () => {
  const { call, sent, contactId } = await arrange();
  expect((await call('GET', `/contacts/${contactId}?_method=DELETE`)).status).toBe(400);
  expect(sent).toEqual([]);
});

test.each([
  ['17 kB', 17 * 1024, [431]],
  // The server closes before it has read all of it, and the reset may overtake the answer.
  ['a megabyte', 1024 * 1024, [431, null]],
] as const)('refuses headers of %s', async (_size, length, statuses) => {
  const { proxy, session, contactId, sent } = await arrange();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const large = `X-Large: ${'a'.repeat(length)}\r\n`;
  const status = await statusOf(listener.port, session, `${root}/contacts/${contactId}`, large);
  await listener.close();
  expect(statuses).toContain(status);
  expect(sent).toEqual([]);
});
