import { expect, test } from 'vitest';
import { createLogger } from '../../proxy/log.ts';
import { arrange, openSessions } from './arrange.ts';

test('logs what was asked and how it went, by the pattern of its path', async () => {
  const { call, log, contactId } = await arrange();
  await call('GET', `/contacts/${contactId}`);
  const line = JSON.parse(log.at(-1) as string) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 30, method: 'GET', route: '/contacts/{contactId}', status: 200 });
  expect(line.requestId).toEqual(expect.any(String));
});

test('logs no token, no person and no text', async () => {
  const { call, log, session, sandbox, contactId, proxy } = await arrange();
  const body = { firstName: 'Ada', email: 'ada@example.org', phone: '+4930123456', shoeSize: 43 };
  await call('GET', '/contacts/search/duplicate?email=ada@example.org&number=%2B4930123456');
  await call('POST', '/contacts/', { body });
  await call('PUT', `/contacts/${contactId}`, { body });
  await call('GET', '/contacts/ada@example.org');
  await call('GET', '/+4930123456/ada@example.org');
  sandbox.faults.add('cut-after', { times: 1 });
  await call('POST', `/contacts/${contactId}/notes`, { body: { body: 'Ada called' } });
  await proxy.request('http://127.0.0.1/ada@example.org?token=secret');
  const lines = log.join('');
  expect(log).toHaveLength(8);
  for (const secret of [session, sandbox.info.token, contactId, 'ada', 'Ada', '4930123456', 'secret', 'shoeSize']) {
    expect(lines).not.toContain(secret);
  }
});

test('takes out what somebody logs by mistake', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const contact = { email: 'a@b.c', phone: '1' };
  logger.info({ token: 'pit-1', headers: { authorization: 'Bearer pit-1' }, contact, found: [{ contact }] });
  expect(lines.join('')).not.toMatch(/pit-1|a@b\.c|"phone"/);
});

test('says no more than the kind of an unexpected failure', async () => {
  const { call, log, contactId } = await arrange({
    sessions: {
      ...openSessions('owner', null),
      find: async () => {
        throw new RangeError('pit-1 of ada@example.org');
      },
    },
  });
  const answer = await call('GET', `/contacts/${contactId}`);
  expect(answer.status).toBe(500);
  expect((await answer.text()) + log.join('')).not.toMatch(/pit-1|ada@/);
  expect(log.join('')).toContain('RangeError');
});
