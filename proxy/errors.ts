import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type HighLevelCode, HighLevelError, type HighLevelErrorDetails } from '../highlevel/errors.ts';
import { isDatabaseFailure } from './database/failure.ts';

const statusOf: Record<HighLevelCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-connected': 403,
  'not-found': 404,
  conflict: 409,
  rejected: 422,
  'rate-limited': 429,
  unreachable: 502,
};

export interface ErrorBody {
  error: { code: HighLevelCode; message: string } & Omit<HighLevelErrorDetails, 'status' | 'cause'>;
}

/** Answers a failure as the widget reads it. A status in the details wins over the usual one of the code. */
export function answerError(c: Context, error: HighLevelError): Response {
  const { status = statusOf[error.code], cause: _cause, ...details } = error.details;
  const body: ErrorBody = { error: { code: error.code, message: error.message, ...details } };
  c.header('cache-control', 'no-store');
  if (details.retryAfter !== undefined) c.header('retry-after', String(details.retryAfter));
  return c.json(body, status as ContentfulStatusCode);
}

/** Any failure as the client may see it; an unexpected one reveals nothing about itself. */
export function toClientError(error: unknown): HighLevelError {
  if (error instanceof HighLevelError) return error;
  // The database is used before HighLevel, so nothing was sent.
  if (isDatabaseFailure(error)) {
    return new HighLevelError(
      'unreachable',
      "The proxy's database does not take anything just now. Nothing was sent.",
      {
        status: 503,
        retryAfter: 10,
        reason: 'database',
      },
    );
  }
  return new HighLevelError('unreachable', 'The proxy failed.', { status: 500 });
}
