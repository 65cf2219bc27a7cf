import ky, { HTTPError, type Options } from 'ky';
import { unlessAborted } from './abort.ts';
import { HighLevelError, isHighLevelError } from './errors.ts';
import { outcomeOf } from './outcome.ts';
import type { Path } from './path.ts';
import { readRefusal, retryAfter } from './refusal.ts';
import { wholly } from './whole-answer.ts';

/** How HighLevel is reached. Nothing above the client knows which. */
export type Connection =
  /** Through our proxy at `url`. `session` gives the current session; given a refused one it gets a new one. */
  | { via: 'proxy'; url: string; session: (stale?: string) => Promise<string> }
  /** Straight to HighLevel, or to the sandbox, at `url`. */
  | { via: 'direct'; url: string; token: string };

export interface ApiOptions {
  fetch?: typeof fetch;
  /** Milliseconds for one attempt, its whole answer included. 10,000 when absent. */
  timeout?: number;
  /** Longest wait before a repeat, in milliseconds; a call told to wait longer gives up at once. 3,000 when absent. */
  patience?: number;
}

export interface Call {
  signal?: AbortSignal;
  /** The browser sends it after what people wait for. */
  priority?: 'low';
}

/** A call that makes something. */
export interface Creation extends Call {
  /**
   * The name of this wish, e.g. a UUID: whatever is repeated under it makes one thing. Our proxy keeps this promise;
   * HighLevel itself knows no such keys, so that straight to it a create is sent once.
   */
  key?: string;
}

export interface ApiRequest extends Creation {
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** What a repeated POST does: nothing at all, or the same once more. Without it a POST is sent once. */
  effect?: 'none' | 'same';
  /** The path is one of our proxy's own and begins with `api/`: what is kept about a document. */
  ours?: boolean;
}

export interface Heard {
  headers: Headers;
  at: number;
}

/** HighLevel's API: every verb answers the parsed body, and fails with `HighLevelError`, or with the reason of the signal. */
export interface Api {
  get(path: Path, request?: ApiRequest): Promise<unknown>;
  post(path: Path, request?: ApiRequest): Promise<unknown>;
  put(path: Path, request?: ApiRequest): Promise<unknown>;
  delete(path: Path, request?: ApiRequest): Promise<unknown>;
  /** The last answer that told HighLevel's limits, by its headers, and when it came (epoch milliseconds). */
  heard(): Heard | null;
  /** Deletes the thing that the path names. When a repeated attempt finds it gone, the first one did it. */
  remove(path: Path, request?: ApiRequest): Promise<void>;
}

/** Joins the resources of this folder to HighLevel, through the proxy or directly. */
export function createApi(connection: Connection, options: ApiOptions = {}): Api {
  let heard: Heard | null = null;
  const exchange = createExchange(options, (headers) => {
    if (headers.has('x-ratelimit-remaining')) heard = { headers, at: Date.now() };
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
          headers: { authorization, ...(request.key !== undefined && { 'idempotency-key': request.key }) },
          effect: request.key === undefined ? request.effect : 'same',
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
    heard: () => heard,
    remove: async (path, request) => {
      await send('DELETE', path, request).catch((error: unknown) => {
        if (!isHighLevelError(error) || error.code !== 'not-found' || !repeats.has(error)) throw error;
      });
    },
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Exchange extends ApiRequest {
  method: Method;
  path: Path;
  url: string;
  headers?: Record<string, string>;
}

/** Errors that answered a repeated attempt: an earlier one may have had its effect. */
const repeats = new WeakSet<HighLevelError>();

/** HighLevel dates its API by path (HighLevel API docs: calendars are of 2021-04-15, the rest of 2021-07-28). */
function versionOf(path: Path): string {
  return path.url.startsWith('calendars/') ? '2021-04-15' : '2021-07-28';
}

/** Sends a request and reads its answer as JSON, with the one policy for repeats and the one translation of failures. */
export function createExchange(
  { fetch = globalThis.fetch, timeout = 10_000, patience = 3_000 }: ApiOptions,
  hear: (headers: Headers) => void = () => {},
) {
  const retry = {
    limit: 2,
    jitter: true,
    maxRetryAfter: patience,
    statusCodes: [408, 429, 500, 502, 503, 504],
    // Inside a person's request a long wait is worse than the answer "again in 10 s", so it is left to the person.
    shouldRetry: ({ error }: { error: Error }) =>
      error instanceof HTTPError && (retryAfter(error.response) ?? 0) * 1000 > patience ? false : undefined,
  };

  const fetchWhole = wholly(fetch);

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
      ...(priority && { priority }),
      ...(query && { searchParams: query }),
      ...(body !== undefined && { json: body }),
    };
    try {
      const answer = await ky(url, options);
      hear(answer.headers);
      return parse(await answer.text());
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

/** The original is kept only where it holds no request: ky's errors spell the query, which may hold an e-mail. */
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
  return new HighLevelError('unreachable', `${what}: ${wordsFor(error)}`, { ...unknownOutcome, ...cause });
}

function wordsFor(error: unknown): string {
  if (error instanceof SyntaxError) return 'the answer is not JSON';
  return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'the connection was cut';
}
