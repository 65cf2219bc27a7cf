import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBudget } from '../../proxy/rate-limit/budget.ts';
import { readLimits, readRetryAfter } from '../../proxy/rate-limit/limits.ts';
import type { Priority } from '../../proxy/rate-limit/priority.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const told = (remaining: number, max = 100) => ({ max, remaining, interval: 10_000 });

/** A budget that has heard HighLevel once. */
function informed(remaining: number, max = 100) {
  const budget = createBudget();
  budget.sent();
  budget.answered(now, told(remaining, max));
  return budget;
}

test('sends one request at a time until HighLevel has told its limit', () => {
  const budget = createBudget();
  expect(budget.check('people', now).wait).toBe(0);
  budget.sent();
  expect(budget.check('people', now).wait).toBeGreaterThan(0);
  budget.answered(now + 150, told(99));
  expect(budget.check('people', now + 150).wait).toBe(0);
});

test('stops when others have used up what HighLevel reports', () => {
  const budget = informed(1);
  expect(budget.check('people', now).wait).toBe(0);
  budget.sent();
  expect(budget.check('people', now)).toEqual({ wait: 10_000, daily: false });
  expect(budget.check('people', now + 10_000).wait).toBe(0);
});

test('keeps a steady pace under the limit without a pause', () => {
  const budget = createBudget();
  const sent: number[] = [];
  for (let at = now; at < now + 120_000; at += 200) {
    expect(budget.check('people', at).wait).toBe(0);
    budget.sent();
    sent.push(at);
    budget.answered(at + 100, told(100 - sent.filter((time) => time > at - 10_000).length));
  }
});

test('leaves a reserve to people that bulk work does not touch', () => {
  const budget = informed(99);
  let sent = 1;
  while (budget.check('bulk', now).wait === 0) {
    budget.sent();
    sent += 1;
  }
  expect(sent).toBe(75);
  expect(budget.check('people', now).wait).toBe(0);
});

test('follows a limit that is switched while it runs', () => {
  const budget = informed(99);
  budget.sent();
  budget.answered(now, told(23, 25));
  let sent = 2;
  while (budget.check('people', now).wait === 0) {
    budget.sent();
    sent += 1;
  }
  expect(sent).toBe(25);
});

test('waits as a 429 asks, and for the interval when it asks nothing', () => {
  const budget = informed(50);
  budget.sent();
  budget.answered(now, told(0), { retryAfter: 7000 });
  expect(budget.check('people', now + 10_000).wait).toBe(0);
  const silent = informed(50);
  silent.sent();
  silent.answered(now, {}, { retryAfter: undefined });
  expect(silent.check('people', now).wait).toBe(10_000);
});

test('keeps the last of the day for people, and reads the reset as a duration', () => {
  const budget = createBudget();
  budget.sent();
  budget.answered(now, { ...told(90), daily: 10_000, dailyRemaining: 200, dailyReset: 3_600_000 });
  expect(budget.check('bulk', now)).toEqual({ wait: 3_600_000, daily: true });
  expect(budget.check('people', now).wait).toBe(0);
});

test.each([
  ['7', 7000],
  ['Fri, 20 Nov 2026 09:00:30 GMT', 30_000],
  ['99999', 3_600_000],
  ['soon', undefined],
  ['-5', 0],
])('reads Retry-After %s', (value, expected) => {
  expect(readRetryAfter(new Headers({ 'retry-after': value }), now)).toBe(expected);
});

test('takes nothing from headers that are no numbers', () => {
  expect(readLimits(new Headers({ 'x-ratelimit-max': 'many', 'x-ratelimit-remaining': '12' }))).toEqual({
    remaining: 12,
  });
});

/** A limiter as HighLevel may have it: sliding or in fixed windows. */
function limiter(max: number, sliding: boolean) {
  let arrivals: number[] = [];
  return (at: number) => {
    const start = sliding ? at - 10_000 : Math.floor(at / 10_000) * 10_000 - 1;
    arrivals = arrivals.filter((time) => time > start);
    arrivals.push(at);
    return max - arrivals.length;
  };
}

test('never sends one request over the window, whichever way it runs', () => {
  const schedule = fc.record({
    max: fc.integer({ min: 2, max: 40 }),
    sliding: fc.boolean(),
    steps: fc.array(
      fc.record({
        pause: fc.nat(900),
        latency: fc.nat(2000),
        lost: fc.boolean(),
        priority: fc.constantFrom<Priority>('people', 'bulk'),
      }),
      {
        minLength: 50,
        maxLength: 300,
      },
    ),
  });
  fc.assert(
    fc.property(schedule, ({ max, sliding, steps }) => {
      const budget = createBudget();
      const arrive = limiter(max, sliding);
      const open: { ends: number; remaining: number; lost: boolean }[] = [];
      let clock = now;
      for (const { pause, latency, lost, priority } of steps) {
        clock += pause;
        for (const request of open.filter(({ ends }) => ends <= clock).sort((a, b) => a.ends - b.ends)) {
          open.splice(open.indexOf(request), 1);
          if (request.lost) budget.lost(clock);
          else budget.answered(clock, told(request.remaining, max));
        }
        if (budget.check(priority, clock).wait > 0) continue;
        budget.sent();
        const remaining = arrive(clock);
        if (remaining < 0) return false;
        // What was never told cannot be kept: answers get lost only after the first.
        open.push({ ends: clock + latency, remaining, lost: lost && budget.limits().max !== undefined });
      }
      return true;
    }),
    { numRuns: 300 },
  );
});
