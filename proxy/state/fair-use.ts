import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Agreement, SyncState } from '../../engine/state.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import { documentName } from '../document.ts';
import type { ProxyEnv } from '../env.ts';
import { priorityHeader, priorityOf } from '../rate-limit/priority.ts';
import type { Session } from '../sessions.ts';
import { createTurns } from './turns.ts';

type Person = Session['person'];

/**
 * What calls to the state may cost: about one point for each value that is written. A bulk run of one user stays below it,
 * and a process spends no more than a fifth of its time on one document. The windows are shorter than the time for which a
 * client repeats a call on its own.
 */
const usualBudgets = { person: 4_000, document: 8_000 };
/** Seconds. */
const duration = 2;
/** Characters of a body from which a call waits for its turn. */
const large = 4_096;

const bytesOf = (...texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0) / 256;
const costOf = (agreements: readonly Agreement[]) => {
  const values = agreements.flatMap(({ fields }) => Object.values(fields));
  return values.length + bytesOf(...values.map(({ value }) => value));
};

/** A search opens up to 5,000 entries of the log, a page of it 250. */
export const costOfLog = { search: 400, page: 20 };

/** Keeps one user's, and one document's, use of the state from slowing down the others. */
export function createFairUse(budgets = usualBudgets) {
  const take = createTurns();
  const limiters = {
    person: new RateLimiterMemory({ points: budgets.person, duration, keyPrefix: 'state of person' }),
    document: new RateLimiterMemory({ points: budgets.document, duration, keyPrefix: 'state of document' }),
  };
  const userOf = (person: Person) => `${documentName(person)} ${person.userId}`;
  const accountsOf = (person: Person) =>
    [
      [limiters.person, userOf(person), budgets.person],
      [limiters.document, documentName(person), budgets.document],
    ] as const;

  /** A call is let in while anything is left, whatever it costs: else a large call would never find room beside small ones. */
  async function check(person: Person): Promise<void> {
    for (const [limiter, key, points] of accountsOf(person)) {
      const spent = await limiter.get(key);
      if (spent && spent.consumedPoints >= points) {
        throw new HighLevelError('rate-limited', 'That is more than one user writes. Wait a moment.', {
          retryAfter: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)),
          reason: 'throttled',
        });
      }
    }
  }

  async function charge(person: Person, cost: number): Promise<void> {
    for (const [limiter, key] of accountsOf(person)) await limiter.penalty(key, Math.ceil(cost));
  }

  /** Refuses users who have used their budget up, and lets large calls in one at a time. */
  const guard: MiddlewareHandler<ProxyEnv> = async (c, next) => {
    const { person } = c.get('session');
    // Read before the turn begins, which a slow client would hold up, and before a refusal, which would cut an upload off. Hono
    // keeps it for the handler.
    const body = c.req.method === 'GET' ? '' : await c.req.text();
    await check(person);
    if (body.length < large) return next();
    await take(userOf(person), priorityOf(c.req.header(priorityHeader)), async () => {
      await check(person);
      await next();
    });
  };

  /** The same state, with each call charged to the user and the document. */
  const metered = (state: SyncState, person: Person): SyncState => ({
    async readBase(contactIds) {
      await charge(person, 2 * contactIds.length);
      return state.readBase(contactIds);
    },
    async agree(agreements) {
      await charge(person, costOf(agreements));
      return state.agree(agreements);
    },
    async begin(intents) {
      // The log has a cap, too: what is written into it pushes older entries out.
      const texts = intents.flatMap(({ from, to, label = '' }) => [from, to, label]);
      await charge(person, 20 * intents.length + bytesOf(...texts));
      return state.begin(intents);
    },
    async finish(outcomes, agreements = [], lease) {
      await charge(person, 2 * outcomes.length + costOf(agreements));
      return state.finish(outcomes, agreements, lease);
    },
    async claim(holder, keys, ttl) {
      await charge(person, keys.length);
      return state.claim(holder, keys, ttl);
    },
    async release(holder, keys) {
      await charge(person, keys.length);
      return state.release(holder, keys);
    },
  });

  return { guard, charge, metered };
}

export type FairUse = ReturnType<typeof createFairUse>;
