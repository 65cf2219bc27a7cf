import { type Limits, usualInterval } from './limits.ts';
import type { Priority } from './priority.ts';
import type { Quota } from './quota.ts';

/** Milliseconds until a request may go, `0` for now; `daily` when the day's budget is used up. */
export interface Verdict {
  wait: number;
  daily: boolean;
}

/** The part of each budget that bulk work leaves to people. */
const reserve = 0.25;

/** The quota of a proxy that shares HighLevel's windows with no other. */
const undivided: Pick<Quota, 'of' | 'wait'> = { of: ({ max = Number.POSITIVE_INFINITY }) => max, wait: () => 0 };

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
  let sentInAll = 0;
  /** How many may have been sent in all by each report, while it binds: the oldest and lowest first. */
  const ceilings: { upTo: number; until: number }[] = [];
  let blockedUntil = 0;
  let dailyUntil = 0;

  const interval = () => limits.interval ?? usualInterval;

  function forget(now: number): void {
    while ((spent[0] ?? Number.POSITIVE_INFINITY) <= now) spent.shift();
    while ((ceilings[0]?.until ?? Number.POSITIVE_INFINITY) <= now) ceilings.shift();
  }

  const counted = () => open + spent.length;
  const usable = (budget: number, priority: Priority) =>
    priority === 'people' ? budget : Math.floor(budget * (1 - reserve));

  return {
    /** `quota`: the part of the window that is this proxy's. */
    check(priority: Priority, now: number, quota: Pick<Quota, 'of' | 'wait'> = undivided): Verdict {
      forget(now);
      if (dailyUntil > now && (priority === 'bulk' || limits.dailyRemaining === 0))
        return { wait: dailyUntil - now, daily: true };
      if (blockedUntil > now) return { wait: blockedUntil - now, daily: false };
      const share = quota.of(limits);
      if (share === 0) return { wait: quota.wait(), daily: false };
      if (limits.max === undefined) return { wait: open === 0 && counted() < share ? 0 : 25, daily: false };
      const kept = priority === 'bulk' ? share - usable(share, 'bulk') : 0;
      const [lowest] = ceilings;
      const isLeft = lowest === undefined || lowest.upTo - sentInAll > kept;
      if (counted() < usable(share, priority) && isLeft) return { wait: 0, daily: false };
      const ends = [spent[0], isLeft ? undefined : lowest.until].filter((end) => end !== undefined);
      return { wait: Math.max(1, Math.min(...ends, now + interval()) - now), daily: false };
    },

    sent(): void {
      open += 1;
      sentInAll += 1;
    },

    /** `refused`: HighLevel answered 429, and `retryAfter` is the wait in milliseconds that it gave. */
    answered(now: number, report: Limits, refused?: { retryAfter: number | undefined }): void {
      open -= 1;
      spent.push(now + interval());
      limits = { ...limits, ...report };
      if (report.remaining !== undefined) {
        // What is open now may not be in the report yet.
        const upTo = sentInAll + report.remaining - open;
        while ((ceilings.at(-1)?.upTo ?? Number.NEGATIVE_INFINITY) >= upTo) ceilings.pop();
        ceilings.push({ upTo, until: now + interval() });
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
    /** How many requests count, as far as is known here. */
    counted(now: number): number {
      forget(now);
      return counted();
    },
    /** Milliseconds until none counts; `Infinity` while an answer is awaited. */
    lasting: (now: number): number => (open > 0 ? Number.POSITIVE_INFINITY : Math.max(now, ...spent) - now),
  };
}

export type Budget = ReturnType<typeof createBudget>;
