import { HighLevelError } from '../highlevel/errors.ts';
import type { ClaimedUser } from './grist/authenticate.ts';
import type { Introduction, Session, Sessions } from './sessions.ts';
import { createLimit, type Throttle } from './throttle.ts';

/** Users for whom Grist vouched, remembered for their next opening. */
const capacity = 10_000;

const nameOf = ({ origin, docId, userId }: ClaimedUser) => `${origin} ${docId} ${userId}`;

/** Did the refusal come from Grist? What Grist could not answer is not held against an address. */
const isRefusal = (error: unknown) => error instanceof HighLevelError && error.code !== 'unreachable';

/**
 * Opens sessions so that no stranger can use up the openings of others. What Grist would refuse for certain is refused
 * without counting; of the rest, only what Grist refuses counts: against the address, apart from users whom Grist vouched
 * for before, who count each on their own. A session counts as a call of its person.
 */
export function createOpenings(sessions: Sessions, throttle: Throttle) {
  const refused = createLimit('openings');
  const proven = new Set<string>();

  function remember(user: string): void {
    proven.delete(user);
    const [oldest] = proven.size < capacity ? [] : proven;
    if (oldest !== undefined) proven.delete(oldest);
    proven.add(user);
  }

  return async function open(introduction: Introduction, address: string): Promise<Session> {
    const claimed = nameOf(sessions.screen(introduction));
    const key = proven.has(claimed) ? `${address} ${claimed}` : address;
    await refused.take(key);
    try {
      const session = await sessions.open(introduction);
      await refused.giveBack(key);
      remember(claimed);
      await throttle(session.person);
      return session;
    } catch (error) {
      if (!isRefusal(error)) await refused.giveBack(key);
      throw error;
    }
  };
}

export type Openings = ReturnType<typeof createOpenings>;
