import { expect, test } from 'vitest';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { openSandbox } from './ask.ts';

test('a fault strikes as often as it is told, then the service is well again', async () => {
  const { ask, contact, sandbox } = openSandbox();
  const fault = sandbox.faults.add('server-error', { times: 2, status: 503 });
  expect([(await ask('GET', contact)).status, (await ask('GET', contact)).status]).toEqual([503, 503]);
  expect((await ask('GET', contact)).status).toBe(200);
  expect(fault.hits).toBe(2);
});

test('a fault strikes its method and path alone, and lets the first ones pass', async () => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited', { method: 'put', path: '/tasks', skip: 1 });
  expect((await ask('GET', `${contact}/tasks`)).status).toBe(200);
  expect((await ask('PUT', contact, { city: 'Bath' })).status).toBe(200);
  expect((await ask('PUT', `${contact}/tasks/x`, {})).status).toBe(400);
  expect((await ask('PUT', `${contact}/tasks/x`, {})).status).toBe(429);
});

test('a connection cut before the effect leaves things as they were', async () => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add('cut-before', { times: 1 });
  await expect(ask('PUT', contact, { city: 'Nowhere' })).rejects.toThrow(new TypeError('fetch failed'));
  expect((await ask('GET', contact)).body.contact.city).not.toBe('Nowhere');
  expect(sandbox.requests.at(-2)).toMatchObject({ method: 'PUT', status: 0 });
});

test.each(['cut-after', 'server-error'] as const)('after %s the effect stands', async (name) => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add(name, { times: 1, applied: true, status: 502 });
  const outcome = await ask('POST', `${contact}/notes`, { body: 'Once' }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  expect(outcome).toEqual(name === 'cut-after' ? new TypeError('fetch failed') : 502);
  const { notes } = (await ask('GET', `${contact}/notes`)).body;
  expect(notes.filter(({ body }: { body: string }) => body === 'Once')).toHaveLength(1);
});

test.each(['7', 'Fri, 20 Nov 2026 10:31:00 GMT', 'soon'])('a 429 may say Retry-After: %s', async (retryAfter) => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited', { retryAfter });
  const { headers } = await ask('GET', contact);
  expect(headers.get('retry-after')).toBe(retryAfter);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
});

test.each([
  ['missing-scope', 'The token is not authorized for this scope.'],
  ['gateway-timeout', 'Command timed out'],
  ['expired-token', 'Invalid Private Integration token'],
] as const)('the fault %s answers 401 in its own words', async (name, message) => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add(name, { times: 1 });
  expect(await ask('GET', contact)).toMatchObject({ status: 401, body: { message } });
  expect((await ask('GET', contact)).status).toBe(200);
});

test("a skewed clock shows in the answer's date and in what is written", async () => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add('clock-skew', { ms: 3_600_000 });
  const { headers, body } = await ask('PUT', contact, { city: 'Bath' });
  expect(headers.get('date')).toBe('Fri, 20 Nov 2026 11:30:00 GMT');
  expect(body.contact.dateUpdated).toBe('2026-11-20T11:30:00.000Z');
});

test('cleared faults strike no more', async () => {
  const { ask, contact, sandbox } = openSandbox();
  sandbox.faults.add('rate-limited');
  sandbox.faults.add('server-error');
  sandbox.faults.clear('rate-limited');
  expect((await ask('GET', contact)).status).toBe(500);
  sandbox.faults.clear();
  expect((await ask('GET', contact)).status).toBe(200);
});

test('an abort ends the wait at once and the effect still comes', async () => {
  const { contact, ask, sandbox } = openSandbox();
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
  await expect.poll(async () => (await ask('GET', contact)).body.contact.city).toBe('Bath');
});

test('an abort that came first sends nothing', async () => {
  const { sandbox, contact } = openSandbox();
  const call = sandboxFetch(sandbox)(`http://highlevel.test${contact}`, { signal: AbortSignal.abort() });
  await expect(call).rejects.toHaveProperty('name', 'AbortError');
  expect(sandbox.requests).toEqual([]);
});
