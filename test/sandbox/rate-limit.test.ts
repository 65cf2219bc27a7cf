import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

const limited = { limits: { enabled: true } };

test('each response reports the remaining budget in five headers', async () => {
  const { send, contact } = openSandbox(limited);
  await send('GET', contact);
  const { headers } = await send('GET', contact);
  const reported = [...headers].filter(([name]) => name.startsWith('x-ratelimit'));
  expect(Object.fromEntries(reported)).toEqual({
    'x-ratelimit-limit-daily': '200000',
    'x-ratelimit-daily-remaining': '199998',
    'x-ratelimit-interval-milliseconds': '10000',
    'x-ratelimit-max': '100',
    'x-ratelimit-remaining': '98',
  });
});

test('the request after the hundredth is 429 without Retry-After, until the window has passed', async () => {
  const { send, contact, pass } = openSandbox(limited);
  for (let index = 0; index < 100; index++) expect((await send('GET', contact)).status).toBe(200);
  const refused = await send('GET', contact);
  expect(refused).toMatchObject({ status: 429, body: { statusCode: 429, message: 'Too Many Requests' } });
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(refused.headers.has('retry-after')).toBe(false);
  pass(10_000);
  expect((await send('GET', contact)).status).toBe(200);
});

test('a refused write has no effect', async () => {
  const { send, contact, sandbox } = openSandbox({ limits: { enabled: true, max: 1 } });
  await send('GET', contact);
  expect((await send('PUT', contact, { city: 'Nowhere' })).status).toBe(429);
  sandbox.limits.enabled = false;
  expect((await send('GET', contact)).body.contact.city).not.toBe('Nowhere');
});

test('locations have budgets of their own', async () => {
  const { send, contact, sandbox } = openSandbox({ limits: { enabled: true, max: 1 } });
  const other = sandbox.info.locations[1]!;
  expect((await send('GET', contact)).status).toBe(200);
  const authorization = `Bearer ${other.token}`;
  expect((await send('GET', `/locations/${other.locationId}`, undefined, { authorization })).status).toBe(200);
  expect((await send('GET', contact)).status).toBe(429);
});

test.each([25, 500])('the limit can be set to %i while the sandbox runs', async (max) => {
  const { send, contact, sandbox } = openSandbox(limited);
  await send('GET', contact);
  sandbox.limits.max = max;
  const { headers } = await send('GET', contact);
  expect(headers.get('x-ratelimit-max')).toBe(`${max}`);
  expect(headers.get('x-ratelimit-remaining')).toBe(`${max - 2}`);
});

test('an exhausted daily budget is 429, with the time until its reset in milliseconds', async () => {
  const { send, contact, sandbox, pass } = openSandbox(limited);
  await send('GET', contact);
  pass(3_600_000);
  sandbox.faults.add('daily-budget-gone');
  const { status, headers } = await send('GET', contact);
  expect(status).toBe(429);
  expect(headers.get('x-ratelimit-daily-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-daily-reset')).toBe(`${23 * 3_600_000}`);
});

test('Retry-After can be switched on', async () => {
  const { send, contact } = openSandbox({ limits: { enabled: true, max: 1, retryAfter: true } });
  await send('GET', contact);
  expect((await send('GET', contact)).headers.get('retry-after')).toBe('10');
});
