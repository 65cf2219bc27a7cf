import type { Context } from './context.ts';
import { Refusal, unauthorized } from './errors.ts';
import type { Fault } from './faults.ts';
import { tooManyRequests } from './rate-limit.ts';

export interface FaultTarget {
  method: string;
  path: string;
  headers: Headers;
}

/** A broken connection, in the form in which `fetch` rejects in a browser and in Node. */
export class CutConnection extends TypeError {
  constructor() {
    super('fetch failed');
  }
}

/** Injects the faults that precede the request's effect: waits, throws `CutConnection`, or returns a refusal. */
export async function injectBefore({ faults, grants }: Context, request: FaultTarget): Promise<Refusal | undefined> {
  const latency = faults.trigger('latency', request);
  if (latency) await wait(latency.ms ?? 150);
  if (request.path.startsWith('/oauth/')) {
    const slow = faults.trigger('slow-token-endpoint', request);
    if (slow) await wait(slow.ms ?? 15_000);
  }
  if (faults.trigger('cut-before', request)) throw new CutConnection();
  const limited = faults.trigger('rate-limited', request);
  if (limited) return tooManyRequests(emptyBudget(limited));
  if (faults.trigger('expired-token', request)) {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    grants.expire(token);
    return unauthorized(token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
  }
  if (faults.trigger('missing-scope', request)) return unauthorized('The token is not authorized for this scope.');
  if (faults.trigger('gateway-timeout', request)) return unauthorized('Command timed out');
  return undefined;
}

/** The response of an armed `server-error`; the caller decides whether the effect comes first. */
export const serverError = ({ status = 500 }: Fault): Refusal =>
  new Refusal(status, { statusCode: status, message: serverMessages[status] ?? 'Internal server error' });

const serverMessages: Record<number, string> = {
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function emptyBudget({ retryAfter }: Fault): Record<string, string> {
  return {
    'X-RateLimit-Limit-Daily': '200000',
    'X-RateLimit-Daily-Remaining': '199000',
    'X-RateLimit-Interval-Milliseconds': '10000',
    'X-RateLimit-Max': '100',
    'X-RateLimit-Remaining': '0',
    ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
  };
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
