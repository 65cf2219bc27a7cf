import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { type DestinationStream, type Logger, pino } from 'pino';
import { HighLevelError } from '../highlevel/errors.ts';
import { afterResponse } from './after-response.ts';
import type { ProxyEnv } from './env.ts';

const secrets = new Set(['authorization', 'cookie', 'token', 'session', 'email', 'phone', 'body', 'query']);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The same without its secrets, however deep they lie. */
const redact = (said: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([name]) => !secrets.has(name.toLowerCase()))
      .map(([name, value]) => [name, redactValue(value)]),
  );

function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  return isPlain(value) ? redact(value) : value;
}

/** Standard error, to which lines go together, four times a second; what is left goes when the process ends or fails. */
const standardError = () => pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 250 });

/** Logs JSON lines to standard error, or to `destination`. The redaction is a second net: nothing of the kind is logged. */
export const createLogger = (level: string, destination: DestinationStream = standardError()): Logger =>
  pino({ level, base: null, formatters: { log: redact } }, destination);

/** A widget that went away (499) is a person who moved on, and nothing to look into. */
const levelOf = (status: number) => (status >= 500 ? 'error' : status >= 400 && status !== 499 ? 'warn' : 'info');

/**
 * Logs one line per request, with the pattern of its path, never the path itself, because ids, e-mail
 * addresses and phone numbers can stand in a path and in a query.
 */
export function logRequests(logger: Logger): MiddlewareHandler<ProxyEnv> {
  return async function logRequests(c, next) {
    const start = performance.now();
    await next();
    const { status } = c.res;
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.get('route') ?? routePath(c),
      status,
      code: c.error instanceof HighLevelError ? c.error.code : undefined,
      milliseconds: Math.round(performance.now() - start),
    };
    afterResponse(c, () => logger[levelOf(status)](line));
  };
}
