import { Refusal } from './errors.ts';

export interface Limits {
  /** When false, requests are not counted and responses have no rate-limit headers. @default true */
  enabled: boolean;
  /** Requests of an app per interval and location. @default 100 */
  max: number;
  /** Milliseconds. @default 10_000 */
  interval: number;
  /** Requests of an app per day and location. @default 200_000 */
  daily: number;
  /** Adds `Retry-After` to a 429. HighLevel has not been observed to send it. @default false */
  retryAfter: boolean;
}

export const documentedLimits: Readonly<Limits> = {
  enabled: true,
  max: 100,
  interval: 10_000,
  daily: 200_000,
  retryAfter: false,
};

interface Window {
  startedAt: number;
  used: number;
}

export interface RateLimiter {
  /** Counts one request and returns the headers of its response; throws a 429 when a budget is used up. */
  take(budget: string, now: number): Record<string, string>;
}

const dayLength = 86_400_000;

/** Counts per budget, which an app has in a location or company, in fixed windows that start with the first request. */
export function createRateLimiter(limits: Limits, isDailyBudgetGone: () => boolean): RateLimiter {
  const bursts = new Map<string, Window>();
  const days = new Map<string, Window>();
  return {
    take(budget, now) {
      if (!limits.enabled) return {};
      const burst = windowOf(bursts, budget, now, limits.interval);
      const today = windowOf(days, budget, now, dayLength);
      const gone = isDailyBudgetGone() || today.used >= limits.daily;
      const refused = gone || burst.used >= limits.max;
      if (!refused) {
        burst.used++;
        today.used++;
      }
      const headers: Record<string, string> = {
        'X-RateLimit-Limit-Daily': `${limits.daily}`,
        'X-RateLimit-Daily-Remaining': `${gone ? 0 : Math.max(0, limits.daily - today.used)}`,
        'X-RateLimit-Interval-Milliseconds': `${limits.interval}`,
        'X-RateLimit-Max': `${limits.max}`,
        'X-RateLimit-Remaining': `${Math.max(0, limits.max - burst.used)}`,
      };
      const wait = gone ? today.startedAt + dayLength - now : burst.startedAt + limits.interval - now;
      // Milliseconds, not a date, and sent only when the daily budget is used up.
      if (gone) headers['X-RateLimit-Daily-Reset'] = `${wait}`;
      if (limits.retryAfter && refused) headers['Retry-After'] = `${Math.max(1, Math.ceil(wait / 1000))}`;
      if (refused) throw tooManyRequests(headers);
      return headers;
    },
  };
}

function windowOf(windows: Map<string, Window>, resource: string, now: number, length: number): Window {
  const known = windows.get(resource);
  if (known && now >= known.startedAt && now < known.startedAt + length) return known;
  const fresh = { startedAt: now, used: 0 };
  windows.set(resource, fresh);
  return fresh;
}

export const tooManyRequests = (headers: Record<string, string>) =>
  new Refusal(429, { statusCode: 429, message: 'Too Many Requests' }, headers);
