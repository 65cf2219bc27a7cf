export interface ProbeResponse {
  status: number;
  headers: Headers;
  /** The parsed body; `{}` if it is not an object. */
  body: Readonly<Record<string, unknown>>;
}

export interface RequestOptions {
  /** `null` sends none. When absent, the version of HighLevel's docs for the path. */
  version?: string | null;
  /** Overrides the probed token. */
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Skips the throttle. */
  unthrottled?: boolean;
}

export type SendRequest = (method: string, path: string, options?: RequestOptions) => Promise<ProbeResponse>;

export interface ClientOptions {
  url: string;
  token: string;
  fetch?: typeof fetch;
  /** Resolves after `ms` milliseconds. */
  wait?: (ms: number) => Promise<void>;
}

/** The share of a burst that is left to other users of the token. */
const reserve = 0.2;
const dailyReserve = 500;

/** The daily budget is nearly used up and is left to other users of the token. */
export class BudgetExhausted extends Error {
  constructor() {
    super(`HighLevel lets this token make fewer than ${dailyReserve} more requests today: try again tomorrow.`);
  }
}

/** Creates a client that sends requests one after another and throttles them by the reported budget. */
export function createClient({ url, token, fetch = globalThis.fetch, wait = pause }: ClientOptions): {
  request: SendRequest;
  responses: readonly ProbeResponse[];
} {
  const responses: ProbeResponse[] = [];
  const root = url.replace(/\/+$/, '');

  async function throttle(): Promise<void> {
    const last = responses.findLast(({ headers }) => headers.has('x-ratelimit-remaining'))?.headers;
    const figure = (name: string, absent: number) => Number(last?.get(name) ?? absent);
    if (figure('x-ratelimit-daily-remaining', Number.POSITIVE_INFINITY) < dailyReserve) throw new BudgetExhausted();
    const isLow = figure('x-ratelimit-remaining', Number.POSITIVE_INFINITY) <= figure('x-ratelimit-max', 0) * reserve;
    if (isLow) await wait(figure('x-ratelimit-interval-milliseconds', 10_000));
  }

  async function send(method: string, path: string, options: RequestOptions): Promise<ProbeResponse> {
    const { version = path.startsWith('/calendars/') ? '2021-04-15' : '2021-07-28', body } = options;
    const response = await fetch(`${root}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${options.token ?? token}`,
        ...(version !== null && { version }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const { status } = response;
    const read = { status, headers: response.headers, body: parse(await response.text()) };
    responses.push(read);
    return read;
  }

  /** Retries after a 429, which has no effect and is not a result of the probe. */
  async function request(method: string, path: string, options: RequestOptions = {}): Promise<ProbeResponse> {
    if (options.unthrottled) return send(method, path, options);
    for (let attempt = 1; ; attempt++) {
      await throttle();
      const response = await send(method, path, options);
      if (response.status !== 429 || attempt === 4) return response;
    }
  }
  return { request, responses };
}

function parse(text: string): ProbeResponse['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ProbeResponse['body']) : {};
  } catch {
    return {};
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
