import type { Machine } from './context.ts';
import { Refusal, unauthorized } from './errors.ts';
import type { Fault } from './faults.ts';
import { tooManyRequests } from './rate-limit.ts';

export interface Struck {
  method: string;
  path: string;
  headers: Headers;
}

/** A connection that broke: what `fetch` rejects with in a browser and in Node. */
export class CutConnection extends TypeError {
  constructor() {
    super('fetch failed');
  }
}

/** Faults that come before the request has any effect: waits, cuts or refuses. */
export async function strikeBefore({ faults, grants }: Machine, request: Struck): Promise<Refusal | undefined> {
  const latency = faults.strike('latency', request);
  if (latency) await wait(latency.ms ?? 150);
  if (request.path.startsWith('/oauth/')) {
    const slow = faults.strike('slow-token-endpoint', request);
    if (slow) await wait(slow.ms ?? 15_000);
  }
  if (faults.strike('cut-before', request)) throw new CutConnection();
  const limited = faults.strike('rate-limited', request);
  if (limited) return tooManyRequests(emptyBudget(limited));
  if (faults.strike('expired-token', request)) {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    grants.expire(token);
    return unauthorized(token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
  }
  if (faults.strike('missing-scope', request)) return unauthorized('The token is not authorized for this scope.');
  if (faults.strike('gateway-timeout', request)) return unauthorized('Command timed out');
  return undefined;
}

/** The refusal of an armed `server-error`; the caller says whether the effect has happened by now. */
export const serverError = ({ status = 500 }: Fault): Refusal =>
  new Refusal(status, { statusCode: status, message: serverWords[status] ?? 'Internal server error' });

const serverWords: Record<number, string> = {
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
