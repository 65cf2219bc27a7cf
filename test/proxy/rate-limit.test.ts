import { expect, test } from 'vitest';
import { arrange, errorOf } from './arrange.ts';

test('turns the window that HighLevel reports into Retry-After', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('rate-limited', { times: 1 });
  const answer = await call('GET', `/contacts/${contactId}`);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(answer.headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
  expect(await errorOf(answer)).toMatchObject({ code: 'rate-limited', retryAfter: 10 });
});

test.each([
  ['7', '7'],
  ['0', '1'],
  ['0.2', '1'],
  ['99999', '3600'],
  ['garbage', '10'],
  [new Date(Date.now() - 60_000).toUTCString(), '1'],
])('reads a Retry-After of %s as %s', async (told, seconds) => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('rate-limited', { retryAfter: told, times: 1 });
  expect((await call('GET', `/contacts/${contactId}`)).headers.get('retry-after')).toBe(seconds);
});

test('reads a date as seconds from now', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('rate-limited', { retryAfter: new Date(Date.now() + 60_000).toUTCString(), times: 1 });
  const seconds = Number((await call('GET', `/contacts/${contactId}`)).headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(55);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('tells the budget that is left with each answer', async () => {
  const { call, contactId } = await arrange();
  const left = async () => Number((await call('GET', `/contacts/${contactId}`)).headers.get('x-ratelimit-remaining'));
  const first = await left();
  expect(await left()).toBe(first - 1);
});
