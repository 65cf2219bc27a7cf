import { createFaults, type Faults } from './faults.ts';
import { createGrants, type Grants } from './grants.ts';
import { createTokenStore, type OAuthApp, type TokenStore } from './oauth/token-store.ts';
import { documentedQuirks, type Quirks } from './quirks.ts';
import { createRateLimiter, documentedLimits, type Limits, type RateLimiter } from './rate-limit.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import type { State } from './state.ts';
import { createWebhooks, type WebhookSender } from './webhooks.ts';

/** The parts that every request handler shares. */
export interface Context {
  state: State;
  grants: Grants;
  limits: Limits;
  limiter: RateLimiter;
  faults: Faults;
  quirks: Quirks;
  index: SearchIndex;
  webhooks: WebhookSender;
  app: OAuthApp;
  tokens: TokenStore;
  /** HighLevel's clock, in epoch milliseconds. */
  now(): number;
  traceId(): string;
}

export interface ContextOptions {
  now: () => number;
  limits?: Partial<Limits>;
  quirks?: Partial<Quirks>;
  redirectUris?: string[];
}

export function createContext(state: State, options: ContextOptions): Context {
  const faults = createFaults();
  const limits: Limits = { ...documentedLimits, ...options.limits };
  const grants = createGrants();
  const trace = state.random.fork('trace');
  const random = state.random.fork('oauth');
  const app: OAuthApp = {
    clientId: `${random.hex()}-${random.id().slice(0, 8).toLowerCase()}`,
    clientSecret: random.uuid(),
    redirectUris: options.redirectUris ?? [],
  };
  const now = () => {
    const skew = faults.active('clock-skew');
    return options.now() + (skew ? (skew.ms ?? 600_000) : 0);
  };
  return {
    state,
    grants,
    limits,
    limiter: createRateLimiter(limits, () => faults.active('daily-budget-gone') !== undefined),
    faults,
    quirks: { ...documentedQuirks, ...options.quirks },
    index: createSearchIndex(),
    webhooks: createWebhooks({ faults, now, webhookId: () => trace.uuid() }),
    app,
    tokens: createTokenStore(app, grants, random),
    now,
    traceId: () => trace.uuid(),
  };
}
