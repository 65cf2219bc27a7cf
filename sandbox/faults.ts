export const faultNames = [
  /** Answers `ms` later (default 150). */
  'latency',
  /** Answers 429 without doing anything; `retryAfter` adds that header as it is. */
  'rate-limited',
  /** Answers `status` (default 500); with `applied`, after the effect. */
  'server-error',
  /** Cuts the connection before the effect. */
  'cut-before',
  /** Cuts the connection after the effect. */
  'cut-after',
  /** Treats the access token as expired. */
  'expired-token',
  /** Refuses every refresh token, as after an uninstall. */
  'revoked-refresh-token',
  /** Answers of the token endpoint come `ms` later (default 15 000). */
  'slow-token-endpoint',
  /** HighLevel's clock runs `ms` ahead of ours (default ten minutes; negative: behind). */
  'clock-skew',
  /** The search index hears of changes `ms` later (default 3 000). */
  'index-lag',
  /** The day's budget is used up. */
  'daily-budget-gone',
  /** Answers 401 as for a token without the scope. */
  'missing-scope',
  /** Answers 401 "Command timed out", which has nothing to do with the token. */
  'gateway-timeout',
  /** The token endpoint says that the location is not active, as when its subscription is suspended. */
  'inactive-location',
  /** The next webhooks never arrive; for all webhook faults, `path` is the event's type. */
  'webhook-lost',
  /** Webhooks arrive twice, with one webhook id. */
  'webhook-doubled',
  /** Webhooks arrive `ms` later (default 2 000), so that later ones overtake them. */
  'webhook-delayed',
  /** The signature header says `N/A`. */
  'webhook-unsigned',
  /** The signature is of another body. */
  'webhook-forged',
] as const;

export type FaultName = (typeof faultNames)[number];

export interface FaultOptions {
  /** How many requests it strikes. @default until cleared */
  times?: number;
  /** How many matching requests it lets pass first. @default 0 */
  skip?: number;
  /** Strikes this method alone. */
  method?: string;
  /** Strikes paths that contain this text. */
  path?: string;
  ms?: number;
  status?: number;
  applied?: boolean;
  retryAfter?: string;
}

export interface Fault extends FaultOptions {
  name: FaultName;
  /** How many requests it has struck. */
  struck: number;
}

export interface Faults {
  /** Arms a fault until its `times` are used up, or until `clear`. */
  add(name: FaultName, options?: FaultOptions): Fault;
  /** Without a name, all of them. */
  clear(name?: FaultName): void;
  list(): readonly Fault[];
  /** The first armed fault of that name that strikes this request, counted as used. */
  strike(name: FaultName, request: { method: string; path: string }): Fault | undefined;
  /** An armed fault that is a state of the service rather than of one request. */
  standing(name: FaultName): Fault | undefined;
}

export function createFaults(): Faults {
  let armed: (Fault & { passed: number })[] = [];
  const isSpent = (fault: Fault) => fault.struck >= (fault.times ?? Number.POSITIVE_INFINITY);
  return {
    add(name, options = {}) {
      const fault = { ...options, name, struck: 0, passed: 0 };
      armed.push(fault);
      return fault;
    },
    clear(name) {
      armed = name === undefined ? [] : armed.filter((fault) => fault.name !== name);
    },
    list: () => armed.map(({ passed, ...fault }) => fault),
    strike(name, request) {
      for (const fault of armed) {
        if (fault.name !== name || isSpent(fault) || !matches(fault, request)) continue;
        if (fault.passed < (fault.skip ?? 0)) {
          fault.passed++;
          continue;
        }
        fault.struck++;
        return fault;
      }
      return undefined;
    },
    standing: (name) => armed.find((fault) => fault.name === name && !isSpent(fault)),
  };
}

const matches = (fault: Fault, request: { method: string; path: string }) =>
  (fault.method === undefined || fault.method.toUpperCase() === request.method) &&
  (fault.path === undefined || request.path.includes(fault.path));
