import { HighLevelError } from '../../highlevel/errors.ts';
import { type Budget, createBudget, type Lane } from './budget.ts';
import { readLimits, readRetryAfter, usualInterval } from './limits.ts';
import type { Seat, Usage } from './quota.ts';
import { createUsage } from './usage.ts';

interface Options {
  /** @default a clock that nobody sets while it runs */
  now?: () => number;
  /** Takes a seat among the proxies that share HighLevel's windows. @default this proxy is alone */
  join?: ((usage: Usage) => Seat) | undefined;
  /** Milliseconds that a person's request is held back before it is refused with a time to come back. */
  patience?: number;
  /** Requests of one location that may be held back at once. */
  capacity?: number;
}

/** What an answer tells of HighLevel's limits. */
interface Told {
  status: number;
  headers: Pick<Headers, 'get'>;
}

interface Waiting {
  lane: Lane;
  until: number;
  signal: AbortSignal;
  go: () => void;
  refuse: (error: unknown) => void;
}

const mostLocations = 10_000;
const unsetClock = () => performance.timeOrigin + performance.now();

/**
 * Sends requests no faster than HighLevel reports to allow, a location at a time: people before bulk, each lane in order.
 * Who would wait longer than is bearable gets `rate-limited` at once with the seconds to wait, and nothing is sent.
 */
export function createPacer({ now = unsetClock, join, patience = 1500, capacity = 1000 }: Options = {}) {
  const queues = new Map<string, { budget: Budget; waiting: Waiting[]; timer: NodeJS.Timeout | undefined }>();
  const budgets = function* () {
    for (const { budget } of queues.values()) yield budget;
  };
  const seat = join?.(createUsage(budgets, now));

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
    for (const lane of ['people', 'bulk'] as const) {
      for (const entry of queue.waiting.filter((waiting) => waiting.lane === lane)) {
        const { wait, daily } = queue.budget.ask(lane, now(), seat);
        const leave = () => queue.waiting.splice(queue.waiting.indexOf(entry), 1);
        if (entry.signal.aborted) {
          leave();
          entry.refuse(entry.signal.reason);
        } else if (wait === 0) {
          leave();
          queue.budget.sent();
          entry.go();
        } else if (lane === 'people' && now() + wait > entry.until) {
          leave();
          entry.refuse(tooLate(wait, daily));
        } else {
          queue.timer ??= setTimeout(serve, Math.min(wait, 1000), queue);
        }
      }
    }
  }

  const turn = (queue: ReturnType<typeof queueOf>, lane: Lane, signal: AbortSignal) =>
    new Promise<void>((go, refuse) => {
      if (queue.waiting.length >= capacity) {
        refuse(tooLate(queue.budget.limits().interval ?? usualInterval, false));
        return;
      }
      queue.waiting.push({ lane, until: now() + patience, signal, go, refuse });
      serve(queue);
    });

  return {
    /** Waits for the request's turn and sends it. Throws what `send` throws, or `rate-limited` without sending. */
    async run<Reply extends Told>(
      locationId: string,
      lane: Lane,
      signal: AbortSignal,
      send: () => Promise<Reply>,
    ): Promise<Reply> {
      const queue = queueOf(locationId);
      await turn(queue, lane, signal);
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
