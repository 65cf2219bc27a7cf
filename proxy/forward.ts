import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { HighLevelError } from '../highlevel/errors.ts';
import { type Admitted, admit } from './admission.ts';
import { createCall } from './call.ts';
import type { ProxyEnv } from './env.ts';
import { refusal } from './refusals.ts';
import { connectionFailure } from './upstream.ts';

export interface ForwardOptions {
  /** HighLevel's root, without a slash at the end. */
  highlevelUrl: string;
  fetch: typeof fetch;
  /** Milliseconds until HighLevel's answer is given up. */
  timeout: number;
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

/** HighLevel sends social security numbers with contacts; nothing here needs one, so none leaves the proxy. */
const withoutSsn = (json: string): string =>
  JSON.stringify(JSON.parse(json, (key, value) => (key.toLowerCase() === 'ssn' ? undefined : value)));

/** The answer's JSON as the widget gets it. Throws what a refusal means, and that a success is no JSON. */
const readAnswer = ({ endpoint }: Admitted, { ok, status, headers }: Response, body: string): string | null => {
  if (!ok) throw refusal(endpoint, { status, headers, body });
  try {
    return body === '' ? null : withoutSsn(body);
  } catch (cause) {
    throw new HighLevelError('unreachable', `HighLevel answered ${endpoint.method} ${endpoint.path} without JSON.`, {
      cause,
      ...(endpoint.writes && { unknownOutcome: true }),
    });
  }
};

/** Makes the handler that hands a call on to HighLevel and its answer back. It throws `HighLevelError`. */
export function createForward({ highlevelUrl, fetch, timeout }: ForwardOptions) {
  const send = async (admitted: Admitted, path: string, request: Request): Promise<[Response, string]> => {
    const { target, init } = await createCall(admitted, path, request);
    const late = AbortSignal.timeout(timeout);
    // A widget that is gone needs no answer. What it asked to change it did ask, though: a write is carried to its end.
    const signal = admitted.endpoint.writes ? late : AbortSignal.any([late, request.signal]);
    try {
      const answer = await fetch(highlevelUrl + target, { ...init, signal });
      return [answer, await answer.text()];
    } catch (error) {
      if (request.signal.aborted && !admitted.endpoint.writes) {
        throw new HighLevelError('unreachable', 'The widget went away before HighLevel answered.', { status: 499 });
      }
      throw connectionFailure(admitted.endpoint, error);
    }
  };

  return async function forward(c: Context<ProxyEnv>): Promise<Response> {
    const path = new URL(c.req.url).pathname.slice(forwardRoot.length);
    const admitted = admit(c.get('session'), c.req.method, path);
    c.set('route', admitted.endpoint.path);
    const [upstream, body] = await send(admitted, path, c.req.raw);
    for (const name of passedHeaders) {
      const value = upstream.headers.get(name);
      if (value !== null) c.header(name, value);
    }
    const answer = readAnswer(admitted, upstream, body);
    c.header('cache-control', 'no-store');
    if (answer !== null) c.header('content-type', 'application/json; charset=utf-8');
    return c.newResponse(answer, upstream.status as StatusCode);
  };
}
