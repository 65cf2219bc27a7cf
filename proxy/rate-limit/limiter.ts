import { HighLevelError } from '../../highlevel/errors.ts';
import { type Budget, createBudget } from './budget.ts';
import { readLimits, readRetryAfter, usualInterval } from './limits.ts';
import type { Priority } from './priority.ts';
import type { Quota, Usage } from './quota.ts';
import { createUsage } from './usage.ts';

interface Options {
  /** @default a monotonic clock */
  now?: () => number;
  /** Joins the proxies that share HighLevel's windows. @default this proxy is alone */
  join?: ((usage: Usage) => Quota) | undefined;
  /** Milliseconds for which a request waits before it is refused with a time to come back. */
  patience?: Readonly<Record<Priority, number>>;
  /** Requests of one location that may be held back at once. */
  capacity?: number;
}

/** The part of an answer that reports HighLevel's limits. */
interface Reply {
  status: number;
  headers: Pick<Headers, 'get'>;
}

interface Waiting {
  priority: Priority;
  until: number;
  signal: AbortSignal;
  go: () => void;
  refuse: (error: unknown) => void;
}

const mostLocations = 10_000;
/** A bulk request is refused before the client's own timeout of 10 seconds: what is refused was not sent for certain. */
const usualPatience = { people: 1500, bulk: 8000 };
const monotonic = () => performance.timeOrigin + performance.now();

/**
 * Sends requests no faster than HighLevel reports to allow, a location at a time: people before bulk, each priority in order.
 * A request that would wait for too long is refused at once with `rate-limited` and the seconds to wait, and is not sent.
 */
export function createPacer({ now = monotonic, join, patience = usualPatience, capacity = 1000 }: Options = {}) {
  const queues = new Map<string, { budget: Budget; waiting: Waiting[]; timer: NodeJS.Timeout | undefined }>();
  const budgets = function* () {
    for (const { budget } of queues.values()) yield budget;
  };
  const quota = join?.(createUsage(budgets, now));

  function queueOf(locationId: string) {
    const known = queues.get(locationId);
    if (known) return known;
    if (queues.size >= mostLocations) {
      for (const [key, { budget, waiting }] of queues)
        if (waiting.length === 0 && budget.lasting(now()) === 0) queues.delete(key);
    }
    const fresh = { budget: createBudget(), waiting: [] as Waiting[], timer: undefined };
    queues.set(locationId, fresh);
    return fresh;
  }

  const tooLate = (wait: number, daily: boolean) =>
    new HighLevelError(
      'rate-limited',
      daily ? "HighLevel's budget for today is used up." : 'HighLevel asks to slow down.',
      {
        retryAfter: Math.ceil(wait / 1000),
        ...(daily && { reason: 'daily' }),
      },
    );

  function serve(queue: ReturnType<typeof queueOf>): void {
    clearTimeout(queue.timer);
    queue.timer = undefined;
    for (const priority of ['people', 'bulk'] as const) {
      for (const entry of queue.waiting.filter((waiting) => waiting.priority === priority)) {
        const { wait, daily } = queue.budget.check(priority, now(), quota);
        const leave = () => queue.waiting.splice(queue.waiting.indexOf(entry), 1);
        if (entry.signal.aborted) {
          leave();
          entry.refuse(entry.signal.reason);
        } else if (wait === 0) {
          leave();
          queue.budget.sent();
          entry.go();
        } else if (now() + wait > entry.until) {
          leave();
          entry.refuse(tooLate(wait, daily));
        } else {
          queue.timer ??= setTimeout(serve, Math.min(wait, 1000), queue);
        }
      }
    }
  }

  const turn = (queue: ReturnType<typeof queueOf>, priority: Priority, signal: AbortSignal) =>
    new Promise<void>((go, refuse) => {
      if (queue.waiting.length >= capacity) {
        refuse(tooLate(queue.budget.limits().interval ?? usualInterval, false));
        return;
      }
      queue.waiting.push({ priority, until: now() + patience[priority], signal, go, refuse });
      serve(queue);
    });

  return {
    /** Waits for the request's turn and sends it. Throws what `send` throws, or `rate-limited` without sending. */
    async run<Answer extends Reply>(
      locationId: string,
      priority: Priority,
      signal: AbortSignal,
      send: () => Promise<Answer>,
    ): Promise<Answer> {
      const queue = queueOf(locationId);
      await turn(queue, priority, signal);
      try {
        const response = await send();
        const refused = response.status === 429 ? { retryAfter: readRetryAfter(response.headers, now()) } : undefined;
        queue.budget.answered(now(), readLimits(response.headers), refused);
        return response;
      } catch (error) {
        queue.budget.lost(now());
        throw error;
      } finally {
        serve(queue);
      }
    },
    limits: (locationId: string) => queueOf(locationId).budget.limits(),
    stop: () => {
      for (const { timer } of queues.values()) clearTimeout(timer);
    },
  };
}

export type Pacer = ReturnType<typeof createPacer>;
