import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { type Authorized, authorize } from './authorize.ts';
import type { ProxyEnv } from './env.ts';
import type { CreateOnce } from './idempotency/route.ts';
import { createCoalescing } from './rate-limit/coalesce.ts';
import { refusal } from './refusals.ts';
import { type Call, createCall } from './request.ts';
import type { Answer, Exchange } from './upstream.ts';
import type { Guard } from './writes/guard.ts';

export interface ForwardOptions {
  exchange: Exchange;
  /** Gives creates that carry a key one effect. */
  createOnce: CreateOnce;
  /** Lets a write pass that has seen what passed before it. */
  guard: Guard;
}

/** What stands before HighLevel's own paths. */
export const forwardRoot = '/api/highlevel';

/** All of HighLevel's headers that reach the widget. Where only these pass, no hop-by-hop header can. */
const passedHeaders = [
  'x-ratelimit-limit-daily',
  'x-ratelimit-daily-remaining',
  'x-ratelimit-daily-reset',
  'x-ratelimit-interval-milliseconds',
  'x-ratelimit-max',
  'x-ratelimit-remaining',
];

/**
 * HighLevel sends social security numbers with contacts; nothing here needs one, so none leaves the proxy. Text without
 * the name, escaped or not, is only checked to be JSON.
 */
function withoutSsn(json: string): string {
  if (/"ssn"/i.test(json) || json.includes('\\u')) {
    return JSON.stringify(JSON.parse(json, (key, value) => (key.toLowerCase() === 'ssn' ? undefined : value)));
  }
  JSON.parse(json);
  return json;
}

/** The answer's JSON as the widget gets it. Throws `HighLevelError` for a refusal, and for a success without JSON. */
const readAnswer = ({ endpoint }: Authorized, answer: Answer): string | null => {
  const { status, body } = answer;
  if (status < 200 || status > 299) throw refusal(endpoint, answer);
  try {
    return body === '' ? null : withoutSsn(body);
  } catch {
    throw refusal(endpoint, answer);
  }
};

/** Makes the handler that hands a call on to HighLevel and its answer back. It throws `HighLevelError`. */
export function createForward({ exchange, createOnce, guard }: ForwardOptions) {
  const reads = createCoalescing<Answer>();

  function ask(authorized: Authorized, call: Call, gone: AbortSignal): Promise<Answer> {
    const { locationId } = authorized.connection;
    if (call.expected)
      return guard(`${locationId} ${call.target}`, call.expected, gone, () => exchange(authorized, call, gone));
    if (authorized.endpoint.method !== 'GET') return exchange(authorized, call, gone);
    const key = `${locationId} ${call.priority} ${call.target}`;
    return reads.run(key, gone, (signal) => exchange(authorized, call, signal));
  }

  async function answerTo(c: Context<ProxyEnv>, authorized: Authorized, path: string): Promise<Answer> {
    const call = await createCall(authorized, path, c.req.raw);
    const key = c.req.header('idempotency-key');
    const gone = c.req.raw.signal;
    if (key === undefined) return ask(authorized, call, gone);
    return createOnce({ authorized, call, path, key, session: c.get('session') }, (sent, endpoint) =>
      exchange({ ...authorized, endpoint }, sent, gone),
    );
  }

  return async function forward(c: Context<ProxyEnv>): Promise<Response> {
    const path = c.req.path.slice(forwardRoot.length);
    const authorized = authorize(c.get('session'), c.req.method, path);
    c.set('route', authorized.endpoint.path);
    const upstream = await answerTo(c, authorized, path).finally(() => {
      if (authorized.endpoint.writes) reads.invalidate(authorized.connection.locationId);
    });
    for (const name of passedHeaders) {
      const value = upstream.headers.get(name);
      if (value !== null) c.header(name, value);
    }
    const answer = readAnswer(authorized, upstream);
    if (answer !== null) c.header('content-type', 'application/json; charset=utf-8');
    return c.newResponse(answer, upstream.status as StatusCode);
  };
}
