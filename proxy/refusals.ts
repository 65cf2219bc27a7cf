import { type HighLevelCode, HighLevelError } from '../highlevel/errors.ts';
import { outcomeOf } from '../highlevel/outcome.ts';
import { type Refusal, readRefusal } from '../highlevel/refusal.ts';
import type { Endpoint } from './allow-list.ts';

/** HighLevel's window in seconds, where its answer does not give it (HighLevel API docs: Rate limits). */
const WINDOW = 10;
/** Longer waits are cut to an hour; the client then asks again. */
const LONGEST = 3600;
/** Only the day's budget may last longer: its reset is a duration (HighLevel API docs: Rate limits). */
const DAY = 24 * 3600;

const wholeSeconds = (seconds = Number.NaN, longest = LONGEST): number =>
  Number.isNaN(seconds) ? WINDOW : Math.min(longest, Math.max(1, Math.ceil(seconds)));

/** The widget answers `unauthenticated` with a new session, which cannot mend a token that HighLevel refuses. */
const codeOf = (code: HighLevelCode): HighLevelCode => (code === 'unauthenticated' ? 'not-connected' : code);

/**
 * The error for an answer of HighLevel that is no success, or a success without JSON. HighLevel's own words become
 * complaints for the person and never part of the message, which is logged.
 */
export function refusal(endpoint: Endpoint, answer: Refusal): HighLevelError {
  const { code, details } = readRefusal(answer);
  const ours = codeOf(code);
  const daily = ours === 'rate-limited' && answer.headers.get('x-ratelimit-daily-remaining') === '0';
  return new HighLevelError(ours, `HighLevel answered ${answer.status} to ${endpoint.method} ${endpoint.path}.`, {
    ...details,
    // Its 400 is our 404, its 401 never ours: the status follows from the code. A timeout keeps its own.
    status: answer.status === 504 ? 504 : undefined,
    retryAfter:
      code === 'rate-limited' || details.retryAfter !== undefined
        ? wholeSeconds(details.retryAfter, daily ? DAY : LONGEST)
        : undefined,
    reason: daily ? 'daily' : details.reason,
    unknownOutcome: endpoint.writes && outcomeOf(answer) === 'unknown' ? true : undefined,
  });
}
