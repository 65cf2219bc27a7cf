import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { HighLevelError } from '../highlevel/errors.ts';
import type { ProxyEnv } from './env.ts';
import type { Person } from './grist/authenticate.ts';

/**
 * Our own limits, far above what a person does and far below what a runaway script does. HighLevel's are kept elsewhere;
 * these keep one person or one document from taking the proxy, and Grist behind it, from the others.
 */
const limits = {
  person: { points: 200, duration: 10 },
  document: { points: 1000, duration: 10 },
  /** Requests for sessions that Grist refused. */
  openings: { points: 600, duration: 60 },
  /** Ends of sign-ins that this proxy did not begin. */
  callbacks: { points: 60, duration: 60 },
  /** Wrong tokens for the metrics. */
  metrics: { points: 20, duration: 60 },
} as const;

export interface Limit {
  /** Counts one; throws `rate-limited` beyond the limit. */
  take(key: string): Promise<void>;
  /** Takes one back. */
  giveBack(key: string): Promise<void>;
}

export function createLimit(name: keyof typeof limits): Limit {
  const limiter = new RateLimiterMemory({ ...limits[name], keyPrefix: name });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (refused) {
        const { msBeforeNext = 1000 } = refused as RateLimiterRes;
        throw new HighLevelError('rate-limited', 'That is more than one person does. Wait a moment.', {
          retryAfter: Math.ceil(msBeforeNext / 1000),
          reason: 'throttled',
        });
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
  };
}

export type Throttle = (person: Person) => Promise<void>;

/** Limits what one person, and all of one document, may ask. */
export function createThrottle(): Throttle {
  const [persons, documents] = [createLimit('person'), createLimit('document')];
  return async ({ origin, docId, userId }) => {
    await persons.take(`${origin} ${docId} ${userId}`);
    await documents.take(`${origin} ${docId}`);
  };
}

/** Limits the calls of sessions. */
export function throttleSessions(throttle: Throttle): MiddlewareHandler<ProxyEnv> {
  return async function throttleSessions(c, next) {
    await throttle(c.get('session').person);
    await next();
  };
}
