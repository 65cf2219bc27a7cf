import { type Context, createContext } from './context.ts';
import { createControl } from './control.ts';
import { createDispatch } from './dispatch.ts';
import type { Faults } from './faults.ts';
import { allScopes, type Grants } from './grants.ts';
import { createOAuthLocationRoutes } from './oauth/location-routes.ts';
import { addOAuthRoutes } from './oauth/routes.ts';
import type { OAuthApp } from './oauth/token-store.ts';
import { createPipeline } from './pipeline.ts';
import type { Quirks } from './quirks.ts';
import type { Limits } from './rate-limit.ts';
import { createRequestLog, type SandboxRequest } from './request-log.ts';
import { routes } from './routes/all.ts';
import { seedState } from './seed/seed.ts';
import type { State } from './state.ts';
import type { Webhooks } from './webhooks.ts';

export interface SandboxOptions {
  /** The same seed gives the same ids, names and histories. @default 1 */
  seed?: number;
  /** Contacts of the first location. @default 2000 */
  contacts?: number;
  /** Epoch milliseconds; the data is laid out around it. @default Date.now */
  now?: () => number;
  limits?: Partial<Limits>;
  quirks?: Partial<Quirks>;
  /** Redirect addresses of the app, matched exactly; without any, every address is accepted. */
  redirectUris?: string[];
}

export interface SandboxInfo {
  companyId: string;
  /** The first location; `token` is a private integration token of it with every scope. */
  locationId: string;
  token: string;
  /** In a stable order, newest first; the first forty have a full history. */
  contactIds: string[];
  /** All locations, including the first, each with its own token. */
  locations: { locationId: string; name: string; token: string }[];
  /** The Marketplace app that may request tokens. */
  clientId: string;
  clientSecret: string;
}

/** HighLevel in memory. */
export interface Sandbox {
  /** Responds as HighLevel would. Rejects with `TypeError('fetch failed')` when a fault cuts the connection. */
  fetch(request: Request): Promise<Response>;
  faults: Faults;
  /** Its keys can be changed while the sandbox runs. */
  limits: Limits;
  /** Its keys can be changed while the sandbox runs. */
  quirks: Quirks;
  grants: Grants;
  app: OAuthApp;
  webhooks: Webhooks;
  /** Uninstalls the app from a location, or from the whole company: its tokens are revoked and UNINSTALL is sent. */
  uninstall(locationId?: string): void;
  info: SandboxInfo;
  state: State;
  /** The latest requests, oldest first; capped. */
  requests: readonly SandboxRequest[];
}

/** Creates an independent HighLevel with its data; instances share nothing. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const now = options.now ?? Date.now;
  const { state, tokens: privateTokens, contactIds } = seedState(options.seed ?? 1, options.contacts ?? 2000, now());
  const context = createContext(state, { ...options, now });
  const { faults, limits, quirks, grants, app, webhooks, tokens } = context;
  const locations = grantPrivateTokens(context, privateTokens);
  const [first] = locations;
  if (!first) throw new RangeError('A sandbox has at least one location');
  const dispatch = createDispatch(context, [...createOAuthLocationRoutes(tokens), ...routes]);
  addOAuthRoutes(dispatch, context);
  const log = createRequestLog(now);
  const pipeline = createPipeline(context, dispatch, log);
  const sandbox: Sandbox = {
    fetch: async (request) =>
      new URL(request.url).pathname.startsWith('/_sandbox/') ? control(request) : pipeline(request),
    uninstall(locationId) {
      tokens.uninstall(locationId);
      const whole = locationId ? {} : { companyId: state.companyId };
      webhooks.emit(locationId, 'UNINSTALL', { appId: app.clientId.split('-')[0], ...whole });
    },
    info: {
      companyId: state.companyId,
      locationId: first.locationId,
      token: first.token,
      contactIds,
      locations,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
    },
    faults,
    limits,
    quirks,
    grants,
    app,
    webhooks,
    state,
    requests: log.entries,
  };
  const control = createControl(sandbox);
  return sandbox;
}

/** One private integration token per location, with every scope. */
function grantPrivateTokens({ state, grants }: Context, tokens: readonly string[]): SandboxInfo['locations'] {
  return [...state.locations.values()].map(({ details }, index) => {
    const { token } = grants.add({
      token: tokens[index] ?? '',
      kind: 'private',
      level: 'Location',
      companyId: state.companyId,
      locationId: details.id,
      userId: '',
      scopes: new Set(allScopes),
      expiresAt: Number.POSITIVE_INFINITY,
    });
    return { locationId: details.id, name: details.name, token };
  });
}
