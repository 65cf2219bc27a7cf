/** What went wrong, as a literal, so that a `switch` over it is exhaustive. */
export type HighLevelCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-connected'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'rate-limited'
  | 'unreachable';

export interface HighLevelErrorDetails extends ErrorOptions {
  /** HTTP status, where there was an answer. */
  status?: number;
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
  /** HighLevel's own id of the request, for its support. */
  traceId?: string;
  /** HighLevel's own words, one per complaint. They may name a field; never show them as HTML. */
  complaints?: readonly string[];
  /** The contact that already has this e-mail or phone, when HighLevel refuses a duplicate. */
  duplicateOf?: { contactId: string; matchingField?: string };
  /** Our proxy's word for why it refuses, e.g. `anonymous`: finer than the code, for the sentence a person reads. */
  reason?: string;
  /** True when the request may have had its effect although no answer came. */
  unknownOutcome?: boolean;
}

/** A call to HighLevel failed. `message` says what failed and how; it never holds a token, a body, an e-mail or a phone. */
export class HighLevelError extends Error {
  override readonly name = 'HighLevelError' as const;
  readonly code: HighLevelCode;
  readonly details: HighLevelErrorDetails;

  constructor(code: HighLevelCode, message: string, details: HighLevelErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.details = details;
  }
}

export function isHighLevelError(error: unknown): error is HighLevelError {
  return error instanceof HighLevelError;
}
