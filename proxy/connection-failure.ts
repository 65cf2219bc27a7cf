import { HighLevelError } from '../highlevel/errors.ts';
import type { Endpoint } from './allow-list.ts';

/** Failures that come before a request is on its way, so that nothing can have happened at HighLevel. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The code that the lowest failure carries; what is above it only says "fetch failed". */
const lowestCode = (error: unknown): string =>
  error instanceof Error
    ? lowestCode(error.cause) || ('code' in error && typeof error.code === 'string' ? error.code : '')
    : '';

/** Says in our words that no answer came. A write that was sent may have had its effect. */
export function connectionFailure(endpoint: Endpoint, error: unknown): HighLevelError {
  const late = error instanceof Error && error.name === 'TimeoutError';
  const sent = late || !beforeSending.has(lowestCode(error));
  const what = late ? 'HighLevel did not answer in time' : 'The connection to HighLevel failed';
  return new HighLevelError('unreachable', `${what}: ${endpoint.method} ${endpoint.path}.`, {
    cause: error,
    ...(late && { status: 504 }),
    ...(sent && endpoint.writes && { unknownOutcome: true }),
  });
}
