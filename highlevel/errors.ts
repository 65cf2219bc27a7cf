/** The kinds of failure. */
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
  /** HTTP status, if there was a response. */
  status?: number;
  /** Seconds until a retry can succeed. */
  retryAfter?: number;
  /** HighLevel's id of the request, for its support. */
  traceId?: string;
  /** HighLevel's messages, one per problem. They can name a field. Never render them as HTML. */
  complaints?: readonly string[];
  /** The contact that already has this e-mail or phone, when HighLevel refuses a duplicate. */
  duplicateOf?: { contactId: string; matchingField?: string };
  /** Our proxy's reason for a refusal, e.g. `anonymous`; more specific than the code, for the message that the user sees. */
  reason?: string;
  /** True when our own proxy answered: HighLevel is what cannot be reached. */
  fromProxy?: boolean;
  /** With our proxy's reason `stale`: the values, by field, that another client wrote meanwhile. */
  theirs?: Readonly<Record<string, string>>;
  /** True when the request may have had its effect although there was no response. */
  unknownOutcome?: boolean;
}

/** A failed call to HighLevel. `message` names the call and the failure; it never contains a token, a body, an e-mail or a phone. */
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
