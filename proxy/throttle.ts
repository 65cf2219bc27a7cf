import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { HighLevelError } from '../highlevel/errors.ts';
import type { ProxyEnv } from './env.ts';

/**
 * Our own limits, far above what a person does and far below what a runaway script does. HighLevel's are kept elsewhere;
 * these keep one person or one document from taking the proxy, and Grist behind it, from the others.
 */
const limits = {
  person: { points: 200, duration: 10 },
  document: { points: 1000, duration: 10 },
  opening: { points: 600, duration: 60 },
} as const;

function createLimit(name: keyof typeof limits) {
  const limiter = new RateLimiterMemory({ ...limits[name], keyPrefix: name });
  return async (key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (refused) {
      const { msBeforeNext = 1000 } = refused as RateLimiterRes;
      throw new HighLevelError('rate-limited', 'That is more than one person does. Wait a moment.', {
        retryAfter: Math.ceil(msBeforeNext / 1000),
        reason: 'throttled',
      });
    }
  };
}

/** Limits how often an address may ask for sessions: each asks Grist. */
export function throttleOpening(): MiddlewareHandler<ProxyEnv> {
  const limit = createLimit('opening');
  return async function throttleOpening(c, next) {
    await limit(c.env?.incoming?.socket.remoteAddress ?? 'in process');
    await next();
  };
}

/** Limits what one person, and all of one document, may ask. */
export function throttleSessions(): MiddlewareHandler<ProxyEnv> {
  const [person, document] = [createLimit('person'), createLimit('document')];
  return async function throttleSessions(c, next) {
    const { origin, docId, userId } = c.get('session').person;
    await person(`${origin} ${docId} ${userId}`);
    await document(`${origin} ${docId}`);
    await next();
  };
}
