import { isHighLevelError } from '../../highlevel/errors.ts';
import type { GristCode } from '../section/port.ts';
import type { Failure } from './view.ts';

/** When HighLevel asks to slow down without saying for how long: its window is 10 seconds long. */
const usualWait = 10_000;

interface GristFailure extends Error {
  name: 'GristError';
  code: GristCode;
}

const isGristError = (error: unknown): error is GristFailure => error instanceof Error && error.name === 'GristError';

/** An aborted call is nobody's failure. */
export function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}

/** Turns whatever was thrown into what may be shown. */
export function toFailure(error: unknown): Failure {
  if (isGristError(error)) return { side: 'grist', code: error.code, retryable: error.code === 'unknown' };
  if (!isHighLevelError(error)) return { side: 'highlevel', code: 'unreachable', retryable: true };
  const { code, details } = error;
  const failure: Failure = { side: 'highlevel', code, retryable: code === 'unreachable' || code === 'rate-limited' };
  if (details.complaints?.length) failure.complaint = details.complaints.join('; ');
  if (details.reason) failure.reason = details.reason;
  if (code === 'rate-limited') failure.retryAt = Date.now() + (details.retryAfter ?? usualWait / 1000) * 1000;
  return failure;
}
