import { Agent, type Dispatcher } from 'undici';

const CONNECT_TIMEOUT = 10_000;
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** Sockets that are open at most; who finds none free waits for one. */
const MOST_SOCKETS = 256;

interface Asked {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: 'manual';
  signal: AbortSignal;
}

/** An answer's headers, by their names in lower case. */
export type Fields = Pick<Headers, 'get'>;

interface Reply {
  status: number;
  headers: Fields;
  text(): Promise<string>;
}

/** Asks HighLevel for one thing. A `fetch` of which no more is used than this; any `fetch` is one. */
export type Transport = (url: string, asked: Asked) => Promise<Reply>;

/** Gathers an answer as it comes, and gives it up when it is no longer wanted. */
function gathering(signal: AbortSignal, resolve: (reply: Reply) => void, reject: (reason: unknown) => void) {
  let stop = () => {};
  let status = 0;
  let headers: Fields;
  const chunks: Buffer[] = [];
  const leave = () => {
    // It may still wait for a socket, and then there is nothing to stop yet.
    reject(signal.reason);
    stop();
  };
  signal.addEventListener('abort', leave);
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(controller) {
      stop = () => controller.abort(signal.reason);
      if (signal.aborted) stop();
    },
    onResponseStart(_controller, code, fields) {
      status = code;
      headers = { get: (name) => (Object.hasOwn(fields, name) ? String(fields[name]) : null) };
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      signal.removeEventListener('abort', leave);
      const [first, ...more] = chunks;
      const body = first && more.length === 0 ? first : Buffer.concat(chunks);
      resolve({ status, headers, text: async () => body.toString() });
    },
    onResponseError(_controller, error) {
      signal.removeEventListener('abort', leave);
      reject(error);
    },
  };
  return handler;
}

/**
 * Reaches HighLevel over sockets that stay open between calls: a new TLS connection costs more than most calls. An answer is
 * always wanted whole, so it is gathered without the streams of a `fetch`, which take more time than all else we do.
 */
export function createTransport(): Transport {
  const agent = new Agent({
    keepAliveTimeout: 30_000,
    connections: MOST_SOCKETS,
    connect: { timeout: CONNECT_TIMEOUT },
    maxResponseSize: LARGEST_ANSWER,
  });
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const start = url.indexOf('/', url.indexOf('//') + 2);
      const request = {
        origin: url.slice(0, start),
        path: url.slice(start),
        method: method as Dispatcher.HttpMethod,
        headers: { ...headers, 'accept-encoding': 'identity' },
        body: body ?? null,
      };
      agent.dispatch(request, gathering(signal, resolve, reject));
    });
}
