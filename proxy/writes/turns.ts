import { HighLevelError } from '../../highlevel/errors.ts';

/** The last values that passed, by field (`tokenOf`). */
export type Passed = Readonly<Record<string, string>>;

/** A writer's turn at one resource of HighLevel: nobody else writes to it meanwhile. */
export interface Turn {
  passed: Passed;
  /** Ends it. `news`: what passed, or may have passed. Never rejects. */
  end(news: Passed): Promise<void>;
}

/** One writer at a time for each resource, and what the earlier ones wrote. */
export interface Turns {
  /**
   * Waits for the turn. `wants`: what is about to be written, for the case that the writer dies. Rejects with the reason of `gone`, or
   * with `HighLevelError` when the wait is too long; nothing was sent then.
   */
  take(resource: string, wants: Passed, gone: AbortSignal): Promise<Turn>;
}

/** Milliseconds for which values are kept: a client reads before it writes, so it is about the time between these two. */
export const remembered = 60_000;
/** Milliseconds: longer than HighLevel's answer may take. */
export const patience = 35_000;
/** Resources of which values are kept. */
const capacity = 2000;

/** Nothing was sent. */
export const tooLong = () =>
  new HighLevelError('unreachable', 'Another write to the same record takes too long. Nothing was sent.', {
    status: 503,
    retryAfter: 2,
  });

/** Rejects when the promise takes longer than the patience, or with the reason of the signal. */
function within(promise: Promise<unknown>, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(gone.reason);
    const timer = setTimeout(() => reject(tooLong()), patience);
    gone.addEventListener('abort', onAbort, { once: true });
    promise
      .then(() => resolve())
      .finally(() => {
        clearTimeout(timer);
        gone.removeEventListener('abort', onAbort);
      });
    if (gone.aborted) onAbort();
  });
}

/** Puts the writers of one process in a row; returns what ends the turn. */
export function createQueue() {
  const last = new Map<string, Promise<void>>();
  return async function enter(resource: string, gone: AbortSignal): Promise<() => void> {
    const before = last.get(resource);
    let leave = () => {};
    const own = new Promise<void>((resolve) => {
      leave = resolve;
    });
    // A writer that gives up its wait keeps the order of the others.
    const mine = Promise.all([before, own]).then(() => {
      if (last.get(resource) === mine) last.delete(resource);
    });
    last.set(resource, mine);
    try {
      if (before) await within(before, gone);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  };
}

/** The turns of a process that has no other beside it. */
export function createMemoryTurns(now: () => number = () => performance.now()): Turns {
  const enter = createQueue();
  const kept = new Map<string, { passed: Passed; until: number }>();

  function keep(resource: string, passed: Passed) {
    kept.delete(resource);
    kept.set(resource, { passed, until: now() + remembered });
    for (const [oldest, { until }] of kept) {
      if (kept.size <= capacity && until > now()) break;
      kept.delete(oldest);
    }
  }

  return {
    async take(resource, _wants, gone) {
      const leave = await enter(resource, gone);
      const known = kept.get(resource);
      const passed = known && known.until > now() ? known.passed : {};
      return {
        passed,
        async end(news) {
          if (Object.keys(news).length > 0) keep(resource, { ...passed, ...news });
          leave();
        },
      };
    },
  };
}
