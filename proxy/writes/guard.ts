import { HighLevelError } from '../../highlevel/errors.ts';
import { outcomeOf } from '../../highlevel/outcome.ts';
import type { Answer } from '../upstream.ts';
import { type Expected, tokenOf } from './expected.ts';
import type { Passed, Turns } from './turns.ts';

/** A field whose last value that passed is neither what the writer has seen nor what it wants. */
const isStale = (passed: Passed, field: string, { seen, want }: Expected[string]): boolean => {
  const last = Object.hasOwn(passed, field) ? passed[field] : undefined;
  return last !== undefined && last !== tokenOf(want) && !seen.some((value) => tokenOf(value) === last);
};

/**
 * Lets a write pass that has seen what passed before it, and refuses any other with the values that it has not seen: HighLevel has no
 * conditional write. Writes to one record wait for each other, so a client that reads after a refusal reads what the other wrote.
 */
export function createGuard(turns: Turns) {
  return async function guard(
    resource: string,
    expected: Expected,
    gone: AbortSignal,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    const fields = Object.entries(expected);
    const wants = Object.fromEntries(fields.map(([field, { want }]) => [field, tokenOf(want)]));
    const turn = await turns.take(resource, wants, gone).catch((error: unknown) => {
      if (!gone.aborted || error instanceof HighLevelError) throw error;
      throw new HighLevelError('unreachable', 'The widget went away before its turn. Nothing was sent.', {
        status: 499,
      });
    });
    // A write whose outcome is unknown may have passed: at worst another client reads once more.
    let news: Passed = wants;
    try {
      const stale = fields.filter(([field, one]) => isStale(turn.passed, field, one));
      if (stale.length > 0) {
        news = {};
        throw new HighLevelError('conflict', 'Another client wrote to the same field meanwhile. Nothing was sent.', {
          reason: 'stale',
          theirs: Object.fromEntries(stale.map(([field]) => [field, turn.passed[field] ?? ''])),
        });
      }
      const answer = await send();
      if (outcomeOf(answer) === 'refused') news = {};
      return answer;
    } catch (error) {
      if (error instanceof HighLevelError && !error.details.unknownOutcome) news = {};
      throw error;
    } finally {
      await turn.end(news);
    }
  };
}

export type Guard = ReturnType<typeof createGuard>;
