import type { Limits } from './limits.ts';

/** People are waiting for an answer; bulk work is not. */
export type Lane = 'people' | 'bulk';

/** May a request go now (`0`), or in how many milliseconds is it worth asking again; `daily` when the day's budget is gone. */
export interface Verdict {
  wait: number;
  daily: boolean;
}

/** The part of each budget that bulk work leaves to people. */
const reserve = 0.25;
/** HighLevel's window, for as long as it has not told its own. */
const usualInterval = 10_000;

/**
 * Counts one location's requests so that HighLevel's limit is never passed, whichever way its window runs: a request counts
 * from its sending until an interval after its answer, and no more may be open or counted than it reports. Until the first
 * report one request goes at a time. Pure but for the clock that it is given.
 */
export function createBudget() {
  let limits: Limits = {};
  let open = 0;
  /** When each request ceases to count, oldest first. */
  const spent: number[] = [];
  /** How many requests may still follow the newest report, and until when that report binds. */
  let allowance = Number.POSITIVE_INFINITY;
  let allowanceUntil = 0;
  let blockedUntil = 0;
  let dailyUntil = 0;

  const interval = () => limits.interval ?? usualInterval;

  function forget(now: number): void {
    while ((spent[0] ?? Number.POSITIVE_INFINITY) <= now) spent.shift();
    if (allowanceUntil <= now) allowance = Number.POSITIVE_INFINITY;
  }

  const share = (budget: number, lane: Lane) => (lane === 'people' ? budget : Math.floor(budget * (1 - reserve)));

  return {
    ask(lane: Lane, now: number): Verdict {
      forget(now);
      if (dailyUntil > now && (lane === 'bulk' || limits.dailyRemaining === 0))
        return { wait: dailyUntil - now, daily: true };
      if (blockedUntil > now) return { wait: blockedUntil - now, daily: false };
      const { max } = limits;
      if (max === undefined) return { wait: open === 0 ? 0 : 25, daily: false };
      const counted = open + spent.length;
      const kept = lane === 'bulk' ? max - share(max, 'bulk') : 0;
      if (counted < share(max, lane) && allowance > kept) return { wait: 0, daily: false };
      const ends = [spent[0], allowance <= kept ? allowanceUntil : undefined].filter((end) => end !== undefined);
      return { wait: Math.max(1, Math.min(...ends, now + interval()) - now), daily: false };
    },

    sent(): void {
      open += 1;
      allowance -= 1;
    },

    /** `retryAfter`: HighLevel answered 429, and how many milliseconds it asked to wait, if it did. */
    answered(now: number, report: Limits, refused?: { retryAfter: number | undefined }): void {
      open -= 1;
      spent.push(now + interval());
      limits = { ...limits, ...report };
      if (report.remaining !== undefined) {
        // What is open now may not be in the report yet.
        const left = report.remaining - open;
        if (left < allowance || allowanceUntil <= now) allowance = left;
        allowanceUntil = now + interval();
      }
      if (refused) blockedUntil = Math.max(blockedUntil, now + (refused.retryAfter ?? interval()));
      const { daily, dailyRemaining, dailyReset = 3600_000 } = limits;
      const scarce = dailyRemaining !== undefined && dailyRemaining <= (daily ?? 0) * reserve * 0.1;
      dailyUntil = scarce ? now + dailyReset : 0;
    },

    /** No answer came; HighLevel may have counted the request. */
    lost(now: number): void {
      open -= 1;
      spent.push(now + interval());
    },

    limits: (): Readonly<Limits> => limits,
    idle: (now: number): boolean => {
      forget(now);
      return open === 0 && spent.length === 0;
    },
  };
}

export type Budget = ReturnType<typeof createBudget>;
