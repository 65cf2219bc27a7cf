import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { createNote } from '../../highlevel/notes.ts';
import { answers, failure, localServer } from './local-server.ts';

const contact = answers(200, { contact: { id: 'c1' } });
const limited = (headers: Record<string, string>) => answers(429, { message: 'Too Many Requests' }, headers);

test('waits for the time in Retry-After', async () => {
  const { api } = await localServer(limited({ 'retry-after': '1' }), contact);

  const began = performance.now();
  await getContact(api(), 'c1');
  expect(performance.now() - began).toBeGreaterThan(990);
});

test('gives up at once when the wait is long, and reports its length', async () => {
  const { api, received } = await localServer(limited({ 'retry-after': '24' }));

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({ code: 'rate-limited', details: { retryAfter: 24 } });
  expect(received).toHaveLength(1);
});

test('waits up to the maximum that the caller sets', async () => {
  const { api, received } = await localServer(limited({ 'retry-after': '1' }), contact);

  expect(await failure(getContact(api({ maxRetryDelay: 500 }), 'c1'))).toMatchObject({ code: 'rate-limited' });
  await getContact(api({ maxRetryDelay: 1_500 }), 'c1');
  expect(received).toHaveLength(2);
});

test('reads the interval that HighLevel reports in place of Retry-After', async () => {
  const { api } = await localServer(
    limited({ 'x-ratelimit-interval-milliseconds': '10000', 'x-ratelimit-remaining': '0' }),
  );

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({ details: { retryAfter: 10 } });
});

test('reads the end of the day when the daily budget is spent', async () => {
  const spent = { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '7200000' };
  const { api } = await localServer(limited({ 'x-ratelimit-interval-milliseconds': '10000', ...spent }));

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({ details: { retryAfter: 7200 } });
});

test('reads a date as Retry-After', async () => {
  const { api } = await localServer(limited({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }));

  const error = (await failure(getContact(api(), 'c1'))) as { details: { retryAfter: number } };
  expect(error.details.retryAfter).toBeGreaterThan(55);
  expect(error.details.retryAfter).toBeLessThanOrEqual(60);
});

test('does not repeat a creation that is rate limited', async () => {
  const { api, received } = await localServer(limited({ 'retry-after': '0' }));

  const error = await failure(createNote(api(), 'c1', { body: 'Called' }));
  expect(error).toMatchObject({ code: 'rate-limited', details: { retryAfter: 0 } });
  expect(error).not.toHaveProperty('details.unknownOutcome');
  expect(received).toHaveLength(1);
});

test('the rate-limit headers of a plain refusal cause no wait', async () => {
  const { api } = await localServer(answers(422, { message: 'No' }, { 'x-ratelimit-interval-milliseconds': '10000' }));

  expect(await failure(getContact(api(), 'c1'))).not.toHaveProperty('details.retryAfter');
});

test('ignores a malformed Retry-After', async () => {
  const { api, received } = await localServer(limited({ 'retry-after': 'soon' }), contact);

  await getContact(api(), 'c1');
  expect(received).toHaveLength(2);
});
