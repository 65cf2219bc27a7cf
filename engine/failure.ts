import type { GristCode, GristError } from '../grist/doc.ts';
import { type HighLevelCode, isHighLevelError } from '../highlevel/errors.ts';
import type { Result } from './state.ts';

/**
 * What the engine itself finds: another client changed the value since it was seen (`changed`), the text cannot be such a
 * value (`invalid`), HighLevel does not let this field be emptied (`required`), the page was closed before an answer came and
 * HighLevel does not have the value (`interrupted`), HighLevel reported success and holds another value all the same (`ignored`), an
 * appointment would end before it starts (`ends-first`).
 */
export type EngineCode = 'changed' | 'invalid' | 'required' | 'interrupted' | 'ignored' | 'ends-first' | 'too-often';

/** Why something did not work, ready for a sentence: which side refused, and what may be said about it. */
export interface Failure {
  side: 'highlevel' | 'grist';
  code: HighLevelCode | GristCode | EngineCode;
  /** HighLevel's own complaint, shown as plain text. */
  complaint?: string;
  /** The proxy's reason, finer than the code, e.g. `anonymous`. */
  reason?: string;
  /** Epoch milliseconds when another try makes sense. */
  retryAt?: number;
  /** The contact that already has the e-mail or phone, where HighLevel refuses a duplicate. */
  duplicateOf?: string;
  /** With `changed` and `ignored`: what the other side has now. */
  theirs?: string;
  /** With `invalid`: the character that no such value has; it may look like one that is allowed. */
  character?: string;
  /** With `unreachable`: our proxy answered, so HighLevel is what does not. */
  answered?: boolean;
  /** Does trying the same again make sense? */
  retryable: boolean;
}

/** Thrown inside the engine for what it finds itself. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Another client changed the value since it was seen. */
export const changed = (theirs: string): Failure => ({ side: 'highlevel', code: 'changed', theirs, retryable: false });

/** HighLevel took a write and did not keep it. `theirs`: what it holds instead. */
export const ignored = (theirs: string): Refused =>
  new Refused({ side: 'highlevel', code: 'ignored', theirs, retryable: false });

/** When HighLevel asks to slow down without saying for how long: its window is 10 seconds long. */
const usualWait = 10_000;

const isGristError = (error: unknown): error is GristError => error instanceof Error && error.name === 'GristError';

/** An aborted call is no failure. */
export function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}

/** May the request have had its effect although no answer came? */
export const isUnknown = (error: unknown): boolean => isHighLevelError(error) && error.details.unknownOutcome === true;

/** Does HighLevel not have what was asked for? */
export const isNotFound = (error: unknown): boolean => isHighLevelError(error) && error.code === 'not-found';

/** Turns whatever was thrown into what may be shown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  if (isGristError(error)) return { side: 'grist', code: error.code, retryable: error.code === 'unknown' };
  if (!isHighLevelError(error)) return { side: 'highlevel', code: 'unreachable', retryable: true };
  const { code, details } = error;
  const failure: Failure = { side: 'highlevel', code, retryable: code === 'unreachable' || code === 'rate-limited' };
  if (details.complaints?.length) failure.complaint = details.complaints.join('; ');
  if (details.reason) failure.reason = details.reason;
  if (code === 'unreachable' && details.fromProxy) failure.answered = true;
  if (details.duplicateOf) failure.duplicateOf = details.duplicateOf.contactId;
  if (code === 'rate-limited') failure.retryAt = Date.now() + (details.retryAfter ?? usualWait / 1000) * 1000;
  return failure;
}

/** What the log calls a failure. What Grist refuses is half done only where HighLevel had the change already. */
export function resultOf(failure: Failure, status: 'following' | (string & {}) = 'following'): Result {
  if (failure.side === 'grist') return status === 'following' ? 'half' : 'refused';
  if (failure.code === 'changed') return 'conflict';
  return failure.code === 'unreachable' || failure.code === 'interrupted' ? 'unknown' : 'refused';
}

/** What the log says about why. */
export const reasonOf = (failure: Failure): string => failure.complaint ?? failure.reason ?? failure.code;
