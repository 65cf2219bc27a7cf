import { GristError } from './doc.ts';
import { nameFailure } from './errors.ts';

export interface RestLimits {
  /** Milliseconds for one answer; 60,000 when absent. */
  timeout?: number;
  /** Bytes of an answer that are read at most; 64 MB when absent. */
  longestAnswer?: number;
  /** Waits between tries, in milliseconds; as many tries follow the first. 1, 2, 4, 8 and 16 seconds when absent. */
  waits?: readonly number[];
}

interface CallOptions {
  base: string;
  key: string;
  send: typeof fetch;
  limits: RestLimits;
}

interface Request {
  path: string;
  method: 'GET' | 'POST';
  body?: string;
  signal: AbortSignal | undefined;
}

/** How a try ended that may be repeated. */
class Again extends Error {
  readonly error: GristError;
  /** Milliseconds that Grist, or a server before it, wants us to wait. */
  readonly wait: number | null;
  constructor(error: GristError, wait: number | null = null) {
    super(error.message);
    this.error = error;
    this.wait = wait;
  }
}

const longestWait = 60_000;

/** Makes the calls of one document: one at a time, those that are safe to repeat repeated. */
export function createRestCalls({ base, key, send, limits }: CallOptions) {
  const { timeout = 60_000, longestAnswer = 64_000_000, waits = [1_000, 2_000, 4_000, 8_000, 16_000] } = limits;
  let last: Promise<unknown> = Promise.resolve();

  /** Starts when all calls before it have ended, however they ended. */
  function inTurn(request: Request): Promise<unknown> {
    const turn = last.then(() => call(request));
    last = turn.catch(() => {});
    return unlessAborted(turn, request.signal);
  }

  async function callOnce({ path, method, body, signal }: Request): Promise<unknown> {
    const isRead = method === 'GET';
    const late = AbortSignal.timeout(timeout);
    const answer = await send(`${base}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      // A redirect would take the key to another host: it is an answer that is no use.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    })
      .then(async (response) => ({ response, text: await readText(response, longestAnswer) }))
      .catch((error: unknown) => {
        signal?.throwIfAborted();
        if (error instanceof GristError) throw error;
        const failure = new GristError('unreachable', 'Grist could not be reached', { cause: error });
        throw isRead || isUnsent(error) ? new Again(failure) : failure;
      });

    const { response, text } = answer;
    if (response.ok) return parse(text);
    const { error: message = `Grist answered with ${response.status}` } = (parse(text) ?? {}) as { error?: string };
    const failure = nameFailure({ message: String(message), status: response.status });
    const isDone = response.status === 429 ? /daily limit/i.test(failure.message) : failure.code !== 'unreachable';
    if (isDone || (!isRead && response.status !== 429)) throw failure;
    throw new Again(failure, retryAfter(response));
  }

  async function call(request: Request): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      request.signal?.throwIfAborted();
      try {
        return await callOnce(request);
      } catch (error) {
        if (!(error instanceof Again)) throw error;
        const wait = waits[tries];
        if (wait === undefined) throw error.error;
        await pause(Math.min(error.wait ?? wait * (0.5 + Math.random() / 2), longestWait), request.signal);
      }
    }
  }

  return {
    read: (path: string, signal?: AbortSignal) => inTurn({ path, method: 'GET', signal }),
    write: (path: string, body: unknown, signal?: AbortSignal) =>
      inTurn({ path, method: 'POST', body: JSON.stringify(body), signal }),
  };
}

/** No connection was made, so nothing was sent: the codes of Node's sockets. */
function isUnsent(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(cause?.code));
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

async function readText(response: Response, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > longest) throw new GristError('unknown', `The answer of Grist is longer than ${longest} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `undefined` for what is not JSON, such as the page of a server on the way. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const pause = (milliseconds: number, signal: AbortSignal | undefined) =>
  unlessAborted(new Promise<void>((resolve) => setTimeout(resolve, milliseconds)), signal);

/** Rejects with the reason of the signal when it comes before the promise. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
