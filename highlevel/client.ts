import ky, { HTTPError, type Options } from 'ky';
import { unlessAborted } from './abort.ts';
import { HighLevelError, isHighLevelError } from './errors.ts';
import { outcomeOf } from './outcome.ts';
import type { Path } from './path.ts';
import { readRefusal, retryAfter } from './refusal.ts';
import { withWholeBody } from './whole-body.ts';

/** The route to HighLevel. Only the client depends on it. */
export type Connection =
  /** Through our proxy at `url`. `session` returns the current session; when called with an expired one, it opens a new one. */
  | { via: 'proxy'; url: string; session: (stale?: string) => Promise<string> }
  /** Directly to HighLevel, or to the sandbox, at `url`. */
  | { via: 'direct'; url: string; token: string };

export interface ApiOptions {
  fetch?: typeof fetch;
  /** Milliseconds for one attempt, including its whole response. 10,000 when absent. */
  timeout?: number;
  /** Longest wait before a retry, in milliseconds; when a response demands a longer one, the call fails at once. 3,000 when absent. */
  maxRetryDelay?: number;
}

export interface Call {
  signal?: AbortSignal;
  /** `low`: the browser sends it after requests of normal priority. `bulk`: our proxy does so as well, for all users. */
  priority?: 'low' | 'bulk';
}

/**
 * What a change replaces and by what, by field. Our proxy refuses the change with `conflict` and the reason `stale` when another
 * client wrote a value that is not among `seen`; HighLevel itself has no conditional write. The words are those of the clients.
 */
export type Expected = Readonly<Record<string, { seen: readonly string[]; want: string }>>;

/** The options of a call that changes a record. */
export interface Change extends Call {
  expected?: Expected;
}

/** The options of a call that creates a record. */
export interface Creation extends Call {
  /**
   * Idempotency key, e.g. a UUID: repeated calls with the same key create one record. Our proxy implements this;
   * HighLevel itself has no idempotency keys, so a create that goes directly to HighLevel is not retried.
   */
  key?: string;
}

export interface ApiRequest extends Creation, Change {
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** The effect of repeating a POST: `none` (a safe method) or `same` (idempotent). Without it a POST is not retried. */
  effect?: 'none' | 'same';
  /** The path is one of our proxy's own, beginning with `api/`, and not one of HighLevel's. */
  ours?: boolean;
}

/** HighLevel's rate-limit headers and when they arrived. */
export interface RateLimitReport {
  headers: Headers;
  /** Epoch milliseconds. */
  at: number;
}

/** HighLevel's API. Every method returns the parsed body, and fails with `HighLevelError` or with the signal's reason. */
export interface Api {
  get(path: Path, request?: ApiRequest): Promise<unknown>;
  post(path: Path, request?: ApiRequest): Promise<unknown>;
  put(path: Path, request?: ApiRequest): Promise<unknown>;
  delete(path: Path, request?: ApiRequest): Promise<unknown>;
  /** The headers of the last response that reported HighLevel's rate limit. */
  lastRateLimit(): RateLimitReport | null;
  /** Deletes the record at the path. A 404 to a retry counts as success, because the first attempt deleted it. */
  remove(path: Path, request?: ApiRequest): Promise<void>;
}

/** Creates the client that every resource of this folder uses. */
export function createApi(connection: Connection, options: ApiOptions = {}): Api {
  let latest: RateLimitReport | null = null;
  const exchange = createExchange(options, (headers) => {
    if (headers.has('x-ratelimit-remaining')) latest = { headers, at: Date.now() };
  });
  const root = connection.url.replace(/\/+$/, '');

  function attempt(method: Method, path: Path, request: ApiRequest, bearer: string): Promise<unknown> {
    const authorization = `Bearer ${bearer}`;
    return connection.via === 'direct'
      ? exchange({
          ...request,
          method,
          path,
          url: `${root}/${path.url}`,
          headers: { authorization, version: versionOf(path) },
        })
      : exchange({
          ...request,
          method,
          path,
          url: `${root}/${request.ours ? '' : 'api/highlevel/'}${path.url}`,
          headers: {
            authorization,
            ...(request.key !== undefined && { 'idempotency-key': request.key }),
            ...(request.priority === 'bulk' && { 'x-priority': 'bulk' }),
          },
          effect: request.key === undefined ? request.effect : 'same',
          ...(request.expected && { body: { ...(request.body ?? {}), expected: request.expected } }),
        });
  }

  async function send(method: Method, path: Path, request: ApiRequest = {}): Promise<unknown> {
    if (connection.via === 'direct') return attempt(method, path, request, connection.token);
    const session = await unlessAborted(connection.session(), request.signal);
    try {
      return await attempt(method, path, request, session);
    } catch (error) {
      if (!isHighLevelError(error) || error.code !== 'unauthenticated') throw error;
      return attempt(method, path, request, await unlessAborted(connection.session(session), request.signal));
    }
  }

  return {
    get: (path, request) => send('GET', path, request),
    post: (path, request) => send('POST', path, request),
    put: (path, request) => send('PUT', path, request),
    delete: (path, request) => send('DELETE', path, request),
    lastRateLimit: () => latest,
    remove: async (path, request) => {
      await send('DELETE', path, request).catch((error: unknown) => {
        if (!isHighLevelError(error) || error.code !== 'not-found' || !repeats.has(error)) throw error;
      });
    },
  };
}

/** The same API for work of which all calls have one priority. */
export const withPriority = (api: Api, priority: NonNullable<Call['priority']>): Api => ({
  get: (path, request) => api.get(path, { ...request, priority }),
  post: (path, request) => api.post(path, { ...request, priority }),
  put: (path, request) => api.put(path, { ...request, priority }),
  delete: (path, request) => api.delete(path, { ...request, priority }),
  remove: (path, request) => api.remove(path, { ...request, priority }),
  lastRateLimit: api.lastRateLimit,
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Exchange extends ApiRequest {
  method: Method;
  path: Path;
  url: string;
  headers?: Record<string, string>;
}

/** Errors of a retried request: an earlier attempt may have had its effect. */
const repeats = new WeakSet<HighLevelError>();

/** The API version of a path (HighLevel API docs: 2021-04-15 for calendars, 2021-07-28 for the rest). */
function versionOf(path: Path): string {
  return path.url.startsWith('calendars/') ? '2021-04-15' : '2021-07-28';
}

/** Creates the function that sends a request and parses its JSON response. It defines the retry policy and the translation of failures. */
export function createExchange(
  { fetch = globalThis.fetch, timeout = 10_000, maxRetryDelay = 3_000 }: ApiOptions,
  onResponse: (headers: Headers) => void = () => {},
) {
  const retry = {
    limit: 2,
    jitter: true,
    maxRetryAfter: maxRetryDelay,
    statusCodes: [408, 429, 500, 502, 503, 504],
    // While a user waits, a long delay is worse than an error with its retry time, so the call fails and the user decides.
    shouldRetry: ({ error }: { error: Error }) =>
      error instanceof HTTPError && (retryAfter(error.response) ?? 0) * 1000 > maxRetryDelay ? false : undefined,
  };

  const fetchWhole = withWholeBody(fetch);

  return async function exchange(request: Exchange): Promise<unknown> {
    const { method, path, url, headers, query, body, effect, signal, priority } = request;
    let attempts = 1;
    const options: Options = {
      method,
      headers,
      timeout,
      signal,
      cache: 'no-store',
      fetch: fetchWhole,
      retry: effect ? { ...retry, methods: ['post'] } : retry,
      hooks: { beforeRetry: [() => void attempts++] },
      ...(priority && { priority: 'low' as const }),
      ...(query && { searchParams: query }),
      ...(body !== undefined && { json: body }),
    };
    try {
      const response = await ky(url, options);
      onResponse(response.headers);
      return parse(await response.text());
    } catch (error) {
      signal?.throwIfAborted();
      const failure = await translate(error, `${method} ${path.name}`, method !== 'GET' && effect !== 'none');
      if (attempts > 1) repeats.add(failure);
      throw failure;
    }
  };
}

function parse(body: string): unknown {
  return body === '' ? {} : JSON.parse(body);
}

/** `cause` is set only for errors without a request: ky's errors contain the query, which can contain an e-mail. */
async function translate(error: unknown, what: string, writes: boolean): Promise<HighLevelError> {
  const unknownOutcome = writes && { unknownOutcome: true };
  if (error instanceof HTTPError) {
    const { status, headers } = error.response;
    const answer = { status, headers, body: await error.response.text() };
    const { code, details } = readRefusal(answer);
    return new HighLevelError(code, `${what}: ${code} (${status})`, {
      ...(outcomeOf(answer) === 'unknown' && unknownOutcome),
      ...details,
    });
  }
  const cause = error instanceof TypeError && { cause: error };
  return new HighLevelError('unreachable', `${what}: ${reasonFor(error)}`, { ...unknownOutcome, ...cause });
}

function reasonFor(error: unknown): string {
  if (error instanceof SyntaxError) return 'the response is not JSON';
  return error instanceof Error && error.name === 'TimeoutError' ? 'no response in time' : 'the connection was cut';
}
