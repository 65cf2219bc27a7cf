/** A location's budget as HighLevel reports it with each answer (HighLevel API docs: Rate limits). Absent: not reported. */
export interface Limits {
  /** Requests per interval. */
  max?: number;
  /** Left in the running interval, after this request. */
  remaining?: number;
  /** Milliseconds. */
  interval?: number;
  daily?: number;
  dailyRemaining?: number;
  /** Milliseconds until the day's budget is full again: a duration, not a time of day. */
  dailyReset?: number;
}

const names = {
  max: 'x-ratelimit-max',
  remaining: 'x-ratelimit-remaining',
  interval: 'x-ratelimit-interval-milliseconds',
  daily: 'x-ratelimit-limit-daily',
  dailyRemaining: 'x-ratelimit-daily-remaining',
  dailyReset: 'x-ratelimit-daily-reset',
} as const satisfies Record<keyof Limits, string>;

/** HighLevel's window in milliseconds until it has reported its own. */
export const usualInterval = 10_000;

/** Reads the headers; one that is missing or no number says nothing. */
export function readLimits(headers: Pick<Headers, 'get'>): Limits {
  const limits: Limits = {};
  for (const [key, name] of Object.entries(names) as [keyof Limits, string][]) {
    const value = headers.get(name);
    if (value !== null && /^\d+$/.test(value.trim())) limits[key] = Number(value);
  }
  return limits;
}

const longest = 3600_000;

/** Milliseconds that a `Retry-After` asks for (seconds or an HTTP date), at most an hour; `undefined` when it says nothing. */
export function readRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(longest, Math.max(0, wait));
}
