import { expect, test } from 'vitest';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { openSandbox } from './open-sandbox.ts';

test('a fault occurs as often as configured, then the service works again', async () => {
  const { send, contact, sandbox } = openSandbox();
  const fault = sandbox.faults.add('server-error', { times: 2, status: 503 });
  expect([(await send('GET', contact)).status, (await send('GET', contact)).status]).toEqual([503, 503]);
  expect((await send('GET', contact)).status).toBe(200);
  expect(fault.hits).toBe(2);
});

test('a fault affects its method and path alone, and skips the first requests', async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited', { method: 'put', path: '/tasks', skip: 1 });
  expect((await send('GET', `${contact}/tasks`)).status).toBe(200);
  expect((await send('PUT', contact, { city: 'Bath' })).status).toBe(200);
  expect((await send('PUT', `${contact}/tasks/x`, {})).status).toBe(400);
  expect((await send('PUT', `${contact}/tasks/x`, {})).status).toBe(429);
});

test('a connection cut before the effect changes nothing', async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('cut-before', { times: 1 });
  await expect(send('PUT', contact, { city: 'Nowhere' })).rejects.toThrow(new TypeError('fetch failed'));
  expect((await send('GET', contact)).body.contact.city).not.toBe('Nowhere');
  expect(sandbox.requests.at(-2)).toMatchObject({ method: 'PUT', status: 0 });
});

test.each(['cut-after', 'server-error'] as const)('after %s the effect remains', async (name) => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add(name, { times: 1, applied: true, status: 502 });
  const outcome = await send('POST', `${contact}/notes`, { body: 'Once' }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  expect(outcome).toEqual(name === 'cut-after' ? new TypeError('fetch failed') : 502);
  const { notes } = (await send('GET', `${contact}/notes`)).body;
  expect(notes.filter(({ body }: { body: string }) => body === 'Once')).toHaveLength(1);
});

test.each(['7', 'Fri, 20 Nov 2026 10:31:00 GMT', 'soon'])('a 429 may have Retry-After: %s', async (retryAfter) => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited', { retryAfter });
  const { headers } = await send('GET', contact);
  expect(headers.get('retry-after')).toBe(retryAfter);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
});

test.each([
  ['missing-scope', 'The token is not authorized for this scope.'],
  ['gateway-timeout', 'Command timed out'],
  ['expired-token', 'Invalid Private Integration token'],
] as const)('the fault %s answers 401 with its own message', async (name, message) => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add(name, { times: 1 });
  expect(await send('GET', contact)).toMatchObject({ status: 401, body: { message } });
  expect((await send('GET', contact)).status).toBe(200);
});

test("a skewed clock shows in the answer's date and in what is written", async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('clock-skew', { ms: 3_600_000 });
  const { headers, body } = await send('PUT', contact, { city: 'Bath' });
  expect(headers.get('date')).toBe('Fri, 20 Nov 2026 11:30:00 GMT');
  expect(body.contact.dateUpdated).toBe('2026-11-20T11:30:00.000Z');
});

test('cleared faults have no effect', async () => {
  const { send, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited');
  sandbox.faults.add('server-error');
  sandbox.faults.clear('rate-limited');
  expect((await send('GET', contact)).status).toBe(500);
  sandbox.faults.clear();
  expect((await send('GET', contact)).status).toBe(200);
});

test('an abort ends the wait at once, and the effect still occurs', async () => {
  const { contact, send, sandbox } = openSandbox();
  sandbox.faults.add('latency', { ms: 20, times: 1 });
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${sandbox.info.token}`, version: '2021-07-28' };
  const call = sandboxFetch(sandbox)(`http://highlevel.test${contact}`, {
    method: 'PUT',
    headers,
    body: '{"city":"Bath"}',
    signal: abort.signal,
  });
  abort.abort();
  await expect(call).rejects.toHaveProperty('name', 'AbortError');
  await expect.poll(async () => (await send('GET', contact)).body.contact.city).toBe('Bath');
});

test('an aborted signal sends nothing', async () => {
  const { sandbox, contact } = openSandbox();
  const call = sandboxFetch(sandbox)(`http://highlevel.test${contact}`, { signal: AbortSignal.abort() });
  await expect(call).rejects.toHaveProperty('name', 'AbortError');
  expect(sandbox.requests).toEqual([]);
});
