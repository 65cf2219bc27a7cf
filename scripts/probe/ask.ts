export interface Answer {
  status: number;
  headers: Headers;
  /** What was answered; `{}` where it was no object. */
  body: Readonly<Record<string, unknown>>;
}

export interface Asked {
  /** `null` sends none. What HighLevel's docs name for the path when absent. */
  version?: string | null;
  /** Another token than the one that is probed. */
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Does not wait for the budget. */
  hasty?: boolean;
}

export type Ask = (method: string, path: string, asked?: Asked) => Promise<Answer>;

export interface AskOptions {
  url: string;
  token: string;
  fetch?: typeof fetch;
  /** Resolves after so many milliseconds. */
  wait?: (ms: number) => Promise<void>;
}

/** Keeps this part of a burst for the others who use the same token. */
const reserve = 0.2;
const dailyReserve = 500;

/** The day's requests are nearly used up: probing on would take them from those who work. */
export class BudgetGone extends Error {
  constructor() {
    super(`HighLevel lets this token make fewer than ${dailyReserve} more requests today: try again tomorrow.`);
  }
}

/** Asks HighLevel one thing after another, slowly enough for the budget that its headers report. */
export function createAsk({ url, token, fetch = globalThis.fetch, wait = pause }: AskOptions): {
  ask: Ask;
  heard: readonly Answer[];
} {
  const heard: Answer[] = [];
  const root = url.replace(/\/+$/, '');

  async function breathe(): Promise<void> {
    const last = heard.findLast(({ headers }) => headers.has('x-ratelimit-remaining'))?.headers;
    const figure = (name: string, absent: number) => Number(last?.get(name) ?? absent);
    if (figure('x-ratelimit-daily-remaining', Number.POSITIVE_INFINITY) < dailyReserve) throw new BudgetGone();
    const isLow = figure('x-ratelimit-remaining', Number.POSITIVE_INFINITY) <= figure('x-ratelimit-max', 0) * reserve;
    if (isLow) await wait(figure('x-ratelimit-interval-milliseconds', 10_000));
  }

  async function send(method: string, path: string, asked: Asked): Promise<Answer> {
    const { version = path.startsWith('/calendars/') ? '2021-04-15' : '2021-07-28', body } = asked;
    const response = await fetch(`${root}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${asked.token ?? token}`,
        ...(version !== null && { version }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = { status: response.status, headers: response.headers, body: read(await response.text()) };
    heard.push(answer);
    return answer;
  }

  /** A refusal for the rate has no effect and says nothing of what was asked: it is asked again. */
  async function ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    if (asked.hasty) return send(method, path, asked);
    for (let attempt = 1; ; attempt++) {
      await breathe();
      const answer = await send(method, path, asked);
      if (answer.status !== 429 || attempt === 4) return answer;
    }
  }
  return { ask, heard };
}

function read(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer['body']) : {};
  } catch {
    return {};
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
