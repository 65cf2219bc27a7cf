import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { arrange } from './arrange.ts';

test('a connection goes on after a body that was too large', async () => {
  const { proxy, session, contactId, sent } = await arrange();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const socket = connect(listener.port, '127.0.0.1');
  const ask = (method: string, body = '') =>
    socket.write(
      `${method} /api/highlevel/contacts/${contactId} HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\nAuthorization: Bearer ${session}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  const status = async () => String((await once(socket, 'data'))[0]).split('\r\n', 1)[0];
  ask('PUT', JSON.stringify({ firstName: 'x'.repeat(1024 * 1024) }));
  expect(await status()).toContain('413');
  expect(sent).toEqual([]);
  ask('GET');
  expect(await status()).toContain('200');
  socket.destroy();
  await listener.close();
});
