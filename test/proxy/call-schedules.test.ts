import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FaultName, FaultOptions } from '../../sandbox/faults.ts';
import { runs } from '../helpers/runs.ts';
import { arrangeSchedule } from './arrange-schedule.ts';
import type { Answered, Death } from './killable-proxy.ts';

const faults: Record<string, [FaultName, FaultOptions]> = {
  cut: ['cut-before', { times: 1 }],
  'cut after its effect': ['cut-after', { times: 1 }],
  'cut twice after its effect': ['cut-after', { times: 2 }],
  failed: ['server-error', { status: 503, times: 1 }],
  'failed after its effect': ['server-error', { status: 502, applied: true, times: 1 }],
  limited: ['rate-limited', { times: 1, retryAfter: '1' }],
  slow: ['latency', { ms: 20 }],
};
const fault = fc.option(fc.constantFrom(...Object.keys(faults)), { freq: 2 });

const wish = fc.record({ proxy: fc.nat(1), key: fc.option(fc.nat(3), { freq: 3 }) });

const step = fc.record({
  expires: fc.boolean(),
  token: fault,
  look: fault,
  create: fault,
  wishes: fc.array(wish, { minLength: 1, maxLength: 6 }),
  death: fc.option(
    fc.record({
      proxy: fc.nat(1),
      request: fc.integer({ min: 1, max: 8 }),
      when: fc.constantFrom<Death['when']>('leaving', 'answered'),
    }),
    { freq: 2 },
  ),
});

const repeatable = ['unreachable', 'rate-limited'];

/** A success, or an error of which the caller can make something by asking again. */
function expectHonest({ status, error }: Answered): void {
  if (status < 300) return;
  expect(repeatable).toContain(error.code);
  expect(error.message).not.toBe('The proxy failed.');
}

test('whatever expires, fails or dies, each call is answered, each note made once, each token redeemed once', async () => {
  const realNow = Date.now;
  let ahead = 0;
  const pass = (milliseconds: number) => {
    ahead += milliseconds;
  };
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
  const steadyNow = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => steadyNow() + ahead);
  onTestFinished(() => void vi.restoreAllMocks());
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const { sandbox, dieAt, ask, made, isPosted, redeemed, expire, mend, stop } = await arrangeSchedule(pass);
      const wished = new Set<number>();
      /** Whoever asked was told nothing, or that it may have happened, or that it did. */
      const open = new Set<number>();
      for (const { expires, token, look, create, wishes, death } of steps) {
        if (expires) expire();
        const arm = (name: string | null, where: FaultOptions) => {
          const [fault, options] = faults[name ?? ''] ?? [];
          if (fault) sandbox.faults.add(fault, { ...options, ...where });
        };
        arm(token, { path: '/oauth/token' });
        arm(look, { path: '/contacts/', method: 'GET' });
        arm(create, { path: '/notes', method: 'POST' });
        if (death) dieAt(death);
        const answers = await Promise.all(wishes.map(async (asked) => ({ key: asked.key, answer: await ask(asked) })));
        sandbox.faults.clear();
        await mend();
        for (const { key, answer } of answers) if (key !== null && answer === 'lost') open.add(key);
        for (const { key, answer } of answers) {
          if (answer !== 'lost') expectHonest(answer);
          if (key === null) continue;
          wished.add(key);
          if (answer === 'lost' || answer.status < 300) open.add(key);
          else if (answer.error.unknownOutcome) {
            expect(isPosted(key) || open.has(key)).toBe(true);
            open.add(key);
          }
          if (answer !== 'lost' && answer.status < 300) expect(made(key)).toBe(1);
        }
        for (const key of wished) expect(made(key)).toBeLessThanOrEqual(open.has(key) ? 1 : 0);
      }
      pass(20_000);
      for (const key of wished) {
        expect(await ask({ proxy: key % 2, key })).toMatchObject({ status: 201 });
        expect(made(key)).toBe(1);
      }
      await mend();
      expect(new Set(redeemed).size).toBe(redeemed.length);
      await stop();
    }),
    { numRuns: runs(10, 200) },
  );
});
