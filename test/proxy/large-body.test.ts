import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../proxy/server.ts';
import { arrange } from './arrange.ts';

async function open() {
  const { proxy, session, contactId, sent } = await arrange();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const socket = connect(listener.port, '127.0.0.1');
  onTestFinished(async () => {
    socket.destroy();
    await listener.close();
  });
  const begin = (method: string, length: string, bearer = session) =>
    socket.write(
      `${method} /api/highlevel/contacts/${contactId} HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\nAuthorization: Bearer ${bearer}\r\n${length}\r\n\r\n`,
    );
  const ask = (method: string, body = '', bearer?: string) => {
    begin(method, `Content-Length: ${body.length}`, bearer);
    socket.write(body);
  };
  const answer = async () => String((await once(socket, 'data'))[0]);
  return { socket, begin, ask, answer, sent };
}

test('a connection goes on after a body that was too large', async () => {
  const { ask, answer, sent } = await open();
  ask('PUT', JSON.stringify({ firstName: 'x'.repeat(1024 * 1024) }));
  expect(await answer()).toContain('413');
  expect(sent).toEqual([]);
  ask('GET');
  expect(await answer()).toContain('200');
});

test('a connection goes on after a refusal that came before the body was read', async () => {
  const { ask, answer } = await open();
  ask('PUT', JSON.stringify({ firstName: 'x'.repeat(500_000) }), 'forged');
  expect(await answer()).toContain('401');
  ask('GET');
  expect(await answer()).toContain('200');
});

test('a connection ends with a body of unknown size that became too large', async () => {
  const { socket, begin, answer, sent } = await open();
  begin('PUT', 'Transfer-Encoding: chunked');
  const chunk = 'x'.repeat(2 ** 16);
  for (let turn = 0; turn < 20; turn += 1) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  expect((await answer()).toLowerCase()).toMatch(/^http\/1.1 413.*connection: close/s);
  expect(sent).toEqual([]);
});
