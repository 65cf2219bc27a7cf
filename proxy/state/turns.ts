import { HighLevelError } from '../../highlevel/errors.ts';
import type { Priority } from '../rate-limit/priority.ts';

/**
 * Runs one piece of work at a time: people's before bulk, and users by turns, so that a user with many waits no less than a
 * user with one. Rejects with `rate-limited` when `most` of the user wait already.
 */
export function createTurns(most = 20) {
  const waiting: Record<Priority, Map<string, (() => void)[]>> = { people: new Map(), bulk: new Map() };
  let isBusy = false;

  function next(): void {
    const queue = waiting.people.size > 0 ? waiting.people : waiting.bulk;
    const [user, [go, ...others] = []] = queue.entries().next().value ?? [];
    if (user === undefined) {
      isBusy = false;
      return;
    }
    // Behind all other users.
    queue.delete(user);
    if (others.length > 0) queue.set(user, others);
    go?.();
  }

  function turn(user: string, priority: Priority): Promise<void> {
    const own = waiting[priority].get(user) ?? [];
    if (own.length >= most) {
      const message = 'Too many large calls of one user wait. Wait a moment.';
      throw new HighLevelError('rate-limited', message, { retryAfter: 1, reason: 'throttled' });
    }
    return new Promise((go) => {
      waiting[priority].set(user, [...own, go]);
    });
  }

  return async function take<T>(user: string, priority: Priority, work: () => Promise<T>): Promise<T> {
    if (isBusy) await turn(user, priority);
    isBusy = true;
    try {
      return await work();
    } finally {
      next();
    }
  };
}
