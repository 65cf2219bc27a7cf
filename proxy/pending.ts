import { HighLevelError } from '../highlevel/errors.ts';

/** Work that a stop must not cut: its result exists once, as a refresh token that HighLevel has just redeemed. */
export interface Pending {
  /** Does the work; refuses to begin it once the proxy stops. Throws `HighLevelError`, or what the work throws. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Begins no more, and waits for what has begun. */
  close(): Promise<void>;
}

export function createPending(): Pending {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  return {
    async track(work) {
      if (closed) throw new HighLevelError('unreachable', 'The proxy is stopping.', { status: 503, retryAfter: 5 });
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(running);
    },
  };
}
