import { toFailure } from './failure.ts';

/** Milliseconds between two requests at first: half of what HighLevel takes in a burst, the rest is for people. */
const usualGap = 200;
const longestGap = 2_000;
/** A wait longer than this is not worth sitting through: what is left is told as not read. */
const longestWait = 60_000;
const mostTries = 5;

/** Runs a request when it is its turn. */
export type Paced = <T>(job: () => Promise<T>) => Promise<T>;

/** Waits; rejects with the signal's reason when that comes first. */
export function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}

/**
 * Makes the pace of work that nobody waits for: one request after the other, slower each time HighLevel asks for patience, and
 * again what could not be asked. Jobs must do no harm when they are repeated.
 */
export function createPace(signal: AbortSignal): Paced {
  let gap = usualGap;
  let last = Number.NEGATIVE_INFINITY;

  return async function paced(job) {
    for (let tries = 1; ; tries++) {
      await rest(Math.max(0, last + gap - Date.now()), signal);
      try {
        return await job();
      } catch (error) {
        const { code, retryable, retryAt = 0, reason } = toFailure(error);
        const wait = Math.max(retryAt - Date.now(), 1_000 * 2 ** (tries - 1));
        if (!retryable || reason === 'daily' || tries === mostTries || wait > longestWait) throw error;
        if (code === 'rate-limited') gap = Math.min(gap * 2, longestGap);
        await rest(wait, signal);
      } finally {
        last = Date.now();
      }
    }
  };
}
