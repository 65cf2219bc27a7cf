export const faultNames = [
  /** Responds `ms` later (default 150). */
  'latency',
  /** Responds 429 without any effect; `retryAfter` sets that header's value. */
  'rate-limited',
  /** Responds `status` (default 500); with `applied`, after the effect. */
  'server-error',
  /** Cuts the connection before the effect. */
  'cut-before',
  /** Cuts the connection after the effect. */
  'cut-after',
  /** Answers as if all was taken, and leaves `field` of the body as it was. */
  'value-ignored',
  /** Stores `field` in another form of the same: other case, single blanks, paragraphs around lines. */
  'value-normalised',
  /** Stores the first half of `field`. */
  'value-halved',
  /** Treats the access token as expired. */
  'expired-token',
  /** Refuses every refresh token, as after an uninstall. */
  'revoked-refresh-token',
  /** The token endpoint responds `ms` later (default 15 000). */
  'slow-token-endpoint',
  /** HighLevel's clock runs `ms` ahead of ours (default ten minutes; negative: behind). */
  'clock-skew',
  /** The search index is updated `ms` after a change (default 3 000). */
  'index-lag',
  /** The day's budget is used up. */
  'daily-budget-gone',
  /** Responds 401 as for a token without the scope. */
  'missing-scope',
  /** Responds 401 "Command timed out", which is unrelated to the token. */
  'gateway-timeout',
  /** The token endpoint responds "Location is not active", as for a suspended subscription. */
  'inactive-location',
  /** Webhooks are not delivered. In every webhook fault, `path` matches the event's type. */
  'webhook-lost',
  /** Webhooks arrive twice, with one webhook id. */
  'webhook-doubled',
  /** Webhooks arrive `ms` later (default 2 000), so that later ones overtake them. */
  'webhook-delayed',
  /** The signature header is `N/A`. */
  'webhook-unsigned',
  /** The signature belongs to another body. */
  'webhook-forged',
] as const;

export type FaultName = (typeof faultNames)[number];

export interface FaultOptions {
  /** How many requests are affected. @default until cleared */
  times?: number;
  /** How many matching requests pass first. @default 0 */
  skip?: number;
  /** Only requests with this method. */
  method?: string;
  /** Only paths that contain this text. */
  path?: string;
  ms?: number;
  status?: number;
  applied?: boolean;
  retryAfter?: string;
  /** A key of the body, or the id of a custom field. @default all */
  field?: string;
}

export interface Fault extends FaultOptions {
  name: FaultName;
  /** How many requests it has affected. */
  hits: number;
}

export interface Faults {
  /** Arms a fault until its `times` are used up, or until `clear`. */
  add(name: FaultName, options?: FaultOptions): Fault;
  /** Removes the faults of that name, or all. */
  clear(name?: FaultName): void;
  list(): readonly Fault[];
  /** The first armed fault of that name that matches the request; counts it as used. */
  trigger(name: FaultName, request: { method: string; path: string }): Fault | undefined;
  /** An armed fault that is a state of the service rather than of one request. Not counted. */
  active(name: FaultName): Fault | undefined;
}

export function createFaults(): Faults {
  let armed: (Fault & { passed: number })[] = [];
  const isSpent = (fault: Fault) => fault.hits >= (fault.times ?? Number.POSITIVE_INFINITY);
  return {
    add(name, options = {}) {
      const fault = { ...options, name, hits: 0, passed: 0 };
      armed.push(fault);
      return fault;
    },
    clear(name) {
      armed = name === undefined ? [] : armed.filter((fault) => fault.name !== name);
    },
    list: () => armed.map(({ passed, ...fault }) => fault),
    trigger(name, request) {
      for (const fault of armed) {
        if (fault.name !== name || isSpent(fault) || !matches(fault, request)) continue;
        if (fault.passed < (fault.skip ?? 0)) {
          fault.passed++;
          continue;
        }
        fault.hits++;
        return fault;
      }
      return undefined;
    },
    active: (name) => armed.find((fault) => fault.name === name && !isSpent(fault)),
  };
}

const matches = (fault: Fault, request: { method: string; path: string }) =>
  (fault.method === undefined || fault.method.toUpperCase() === request.method) &&
  (fault.path === undefined || request.path.includes(fault.path));
