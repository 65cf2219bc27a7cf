import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { ProxyEnv } from '../../proxy/env.ts';
import { answerError, toClientError } from '../../proxy/errors.ts';
import { createFairUse } from '../../proxy/state/fair-use.ts';
import { createTurns } from '../../proxy/state/turns.ts';
import { docId, openSessions, origin } from './arrange.ts';

const connection = { locationId: 'loc1', locationName: 'Sandbox', token: async () => '' };

/** Calls of users to something that costs as many points as the body says. */
function arrange(budgets: { person: number; document: number }) {
  const fairUse = createFairUse(budgets);
  const app = new Hono<ProxyEnv>();
  app.onError((error, c) => answerError(c, toClientError(error)));
  app.use(async (c, next) => {
    const session = await openSessions('editor', connection).find('s');
    c.set('session', { ...session, person: { origin, docId, userId: Number(c.req.header('x-user')), role: 'editor' } });
    await next();
  });
  app.use(fairUse.guard);
  app.post('/', async (c) => {
    await fairUse.charge(c.get('session').person, Number((await c.req.text()).trim()));
    return c.json({});
  });
  const call = (user: number, cost: number) =>
    app.request('/', { method: 'POST', body: String(cost), headers: { 'x-user': String(user) } });
  /** How many of twenty calls are let in. */
  const authorized = async (user: number, cost: number) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(user, cost)));
    return answers.filter(({ status }) => status === 200).length;
  };
  return { call, authorized };
}

test('calls are limited by what they cost, not by their number', async () => {
  const { call, authorized } = arrange({ person: 1_000, document: 10_000 });
  for (let count = 0; count < 50; count++) expect((await call(1, 1)).status).toBe(200);
  for (const cost of [500, 500]) expect((await call(2, cost)).status).toBe(200);
  const refused = await call(2, 1);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(2);
  expect(await authorized(1, 1)).toBe(20);
});

test('a call that costs more than the budget is let in while anything is left', async () => {
  const { call } = arrange({ person: 1_000, document: 10_000 });
  expect((await call(1, 999)).status).toBe(200);
  expect((await call(1, 5_000)).status).toBe(200);
  expect((await call(1, 1)).status).toBe(429);
});

test('all users of a document together have a limit', async () => {
  const { call } = arrange({ person: 1_000, document: 2_000 });
  for (const user of [1, 2]) expect((await call(user, 1_000)).status).toBe(200);
  expect((await call(3, 1)).status).toBe(429);
});

/** Work that goes on until it is let go, and the order in which it began. */
function arrangeTurns(most?: number) {
  const take = createTurns(most);
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const begin = (name: string, user: string, priority: 'people' | 'bulk' = 'people') =>
    take(user, priority, async () => {
      began.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  /** Ends what runs, one after the other, until nothing does. */
  const finish = async () => {
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { begin, began, finish };
}

test('large calls run one at a time, users by turns', async () => {
  const { begin, began, finish } = arrangeTurns();
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => begin(name, name.charAt(0)));
  expect(began).toEqual(['a1']);
  await finish();
  expect(began).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  expect(await Promise.all(all)).toHaveLength(7);
});

test('people go before bulk', async () => {
  const { begin, began, finish } = arrangeTurns();
  void begin('first', 'a');
  void begin('bulk', 'a', 'bulk');
  void begin('people', 'b');
  await finish();
  expect(began).toEqual(['first', 'people', 'bulk']);
});

test('so many large calls of a user wait at most, and those of others do not count', async () => {
  const { begin, finish } = arrangeTurns(2);
  const all = ['a', 'a', 'a', 'b'].map((user) => begin(user, user));
  await expect(begin('a', 'a')).rejects.toMatchObject({ code: 'rate-limited' });
  await finish();
  await Promise.all(all);
});

test('a turn ends with its work, also when that fails', async () => {
  const take = createTurns();
  await expect(take('a', 'people', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await take('a', 'people', async () => 'next')).toBe('next');
});
