import { expect, test } from 'vitest';
import { createPacer } from '../../proxy/rate-limit/limiter.ts';
import { arrange, errorOf } from './arrange.ts';

/** A proxy whose clock for pacing is turned by hand, and when each request reached HighLevel by that clock. */
async function arrangeClock() {
  const began = Date.now();
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const arranged = await arrange({ pacer: createPacer({ now }) });
  const at = (seconds: number) => {
    ahead = began + seconds * 1000 - Date.now();
  };
  return { ...arranged, at };
}

test('panels that come back when they are told get through a storm of thirty seconds, each save once', async () => {
  const { call, sandbox, contactId, at, sent } = await arrangeClock();
  sandbox.faults.add('rate-limited');
  const reads = Array.from({ length: 20 }, (_, page) => () => call('GET', `/contacts/?limit=1&query=${page}`));
  const saves = ['Oslo', 'Leeds', 'Nairobi'].map(
    (city) => () => call('PUT', `/contacts/${contactId}`, { body: { city } }),
  );
  let waiting = [...reads, ...saves].map((ask) => ({ ask, due: 0 }));
  const rounds: { second: number; sent: number; answered: number }[] = [];
  while (waiting.length > 0) {
    const second = Math.min(...waiting.map(({ due }) => due));
    if (second >= 30) sandbox.faults.clear();
    at(second);
    const before = sent.length;
    const answers = await Promise.all(
      waiting.map(async ({ ask, due }) => {
        if (due > second) return { ask, due };
        const answer = await ask();
        if (answer.status === 200) return null;
        expect(await errorOf(answer)).toMatchObject({ code: 'rate-limited', retryAfter: expect.any(Number) });
        return { ask, due: second + Number(answer.headers.get('retry-after')) };
      }),
    );
    const left = answers.filter((entry) => entry !== null);
    rounds.push({ second, sent: sent.length - before, answered: waiting.length - left.length });
    waiting = left;
  }
  // An interval apart, each within what HighLevel allows for one, and with the last of them all have their answer.
  expect(rounds.map(({ second }) => second)).toEqual([0, 10, 20, 30]);
  expect(Math.max(...rounds.map((round) => round.sent))).toBeLessThanOrEqual(sandbox.limits.max);
  expect(rounds.map(({ answered }) => answered)).toEqual([0, 0, 0, 23]);
  expect(sandbox.requests.filter(({ method, status }) => method === 'PUT' && status === 200)).toHaveLength(3);
});

test.each([
  ['7', 5, 27],
  ['garbage', 8, 30],
  ['99999', 3598, 3620],
  // Before this is tried, some time has gone by.
  [new Date(Date.now() + 3_000_000).toUTCString(), 2700, 3020],
])('after a Retry-After of %s nothing is sent until then', async (retryAfter, before, after) => {
  const { call, sandbox, contactId, at, sent } = await arrangeClock();
  const read = () => call('GET', `/contacts/${contactId}`);
  sandbox.faults.add('rate-limited', { retryAfter, times: 1 });
  expect((await read()).status).toBe(429);
  at(before);
  const early = await read();
  expect(early.status).toBe(429);
  expect(Number(early.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(sent).toHaveLength(1);
  at(after);
  expect((await read()).status).toBe(200);
});

test('a day without budget says for how long, and nothing more is sent before', async () => {
  const { call, sandbox, contactId, at, sent } = await arrangeClock();
  const read = () => call('GET', `/contacts/${contactId}`);
  const day = 24 * 3600;
  sandbox.faults.add('daily-budget-gone');
  for (const second of [0, 1, day - 10]) {
    at(second);
    const error = await errorOf(read());
    expect(error).toMatchObject({ code: 'rate-limited', reason: 'daily' });
    // What HighLevel calls the reset is how long it takes, not a time of day.
    expect(Math.abs(Number(error.retryAfter) - (day - second))).toBeLessThan(2);
  }
  expect(sent).toHaveLength(1);
  sandbox.faults.clear();
  at(day + 1);
  expect((await read()).status).toBe(200);
});
