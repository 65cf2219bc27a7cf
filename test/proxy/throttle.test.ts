import { expect, test } from 'vitest';
import { createThrottle } from '../../proxy/throttle.ts';
import { arrange, docId, errorOf, origin } from './arrange.ts';

const person = (userId: number, document = docId) => ({ origin, docId: document, userId, role: 'editor' as const });
const tooMuch = { code: 'rate-limited', details: { reason: 'throttled' } };

async function times(count: number, act: (turn: number) => unknown): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await act(turn);
}

test('a person makes two hundred calls in ten seconds, and another goes on', async () => {
  const throttle = createThrottle();
  await times(200, () => throttle(person(1)));
  await expect(throttle(person(1))).rejects.toMatchObject(tooMuch);
  await throttle(person(2));
});

test('the people of a document make a thousand calls in ten seconds, and another document goes on', async () => {
  const throttle = createThrottle();
  await times(1000, (turn) => throttle(person(1 + (turn % 10))));
  await expect(throttle(person(11))).rejects.toMatchObject(tooMuch);
  await throttle(person(11, 'anotherDocumentOfTheTe'));
});

test('the proxy counts the calls of a session', async () => {
  const { proxy, session, sent } = await arrange();
  const call = () => proxy.request('http://127.0.0.1/api/nothing', { headers: { authorization: `Bearer ${session}` } });
  // Its opening was the first.
  await times(199, call);
  const refused = await call();
  expect(refused.status).toBe(429);
  expect(await errorOf(refused)).toMatchObject({ reason: 'throttled', retryAfter: expect.any(Number) });
  expect(sent).toEqual([]);
});
