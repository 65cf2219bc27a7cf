import { createMachine, type Machine } from './context.ts';
import { createControl } from './control.ts';
import { createDispatch } from './dispatch.ts';
import type { Faults } from './faults.ts';
import { allScopes, type Grants } from './grants.ts';
import type { OAuthApp } from './oauth/ledger.ts';
import { createOAuthLocationRoutes } from './oauth/location-routes.ts';
import { addOAuthRoutes } from './oauth/routes.ts';
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
  /** Where the app may be sent back to, exactly; none: anywhere. */
  redirectUris?: string[];
}

export interface SandboxInfo {
  companyId: string;
  /** The first location, and a private integration token of it with every scope. */
  locationId: string;
  token: string;
  /** In a stable order, newest first; the first forty have a full history. */
  contactIds: string[];
  /** All locations, the first included, each with a token of its own. */
  locations: { locationId: string; name: string; token: string }[];
  /** The Marketplace app that may ask for tokens. */
  clientId: string;
  clientSecret: string;
}

/** HighLevel in memory. */
export interface Sandbox {
  /** Answers as HighLevel would. Rejects with `TypeError('fetch failed')` where a fault cuts the connection. */
  fetch(request: Request): Promise<Response>;
  faults: Faults;
  /** Change its keys while the sandbox runs. */
  limits: Limits;
  /** Change its keys while the sandbox runs. */
  quirks: Quirks;
  grants: Grants;
  app: OAuthApp;
  webhooks: Webhooks;
  /** Takes the app out of a location, or out of the whole company: its tokens die and UNINSTALL is sent. */
  uninstall(locationId?: string): void;
  info: SandboxInfo;
  state: State;
  /** The latest requests, oldest first; their number is capped. */
  requests: readonly SandboxRequest[];
}

/** Makes a HighLevel with its data; two of them share nothing. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const now = options.now ?? Date.now;
  const { state, tokens, contactIds } = seedState(options.seed ?? 1, options.contacts ?? 2000, now());
  const machine = createMachine(state, { ...options, now });
  const { faults, limits, quirks, grants, app, webhooks, ledger } = machine;
  const locations = grantPrivateTokens(machine, tokens);
  const [first] = locations;
  if (!first) throw new RangeError('A sandbox has at least one location');
  const dispatch = createDispatch(machine, [...createOAuthLocationRoutes(ledger), ...routes]);
  addOAuthRoutes(dispatch, machine);
  const log = createRequestLog(now);
  const pipeline = createPipeline(machine, dispatch, log);
  const sandbox: Sandbox = {
    fetch: async (request) =>
      new URL(request.url).pathname.startsWith('/_sandbox/') ? control(request) : pipeline(request),
    uninstall(locationId) {
      ledger.uninstall(locationId);
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
    ...{ faults, limits, quirks, grants, app, webhooks, state },
    requests: log.entries,
  };
  const control = createControl(sandbox);
  return sandbox;
}

/** One private integration token per location, with every scope. */
function grantPrivateTokens({ state, grants }: Machine, tokens: readonly string[]): SandboxInfo['locations'] {
  return [...state.places.values()].map(({ location }, index) => {
    const { token } = grants.add({
      token: tokens[index] ?? '',
      kind: 'private',
      level: 'Location',
      companyId: state.companyId,
      locationId: location.id,
      userId: '',
      scopes: new Set(allScopes),
      expiresAt: Number.POSITIVE_INFINITY,
    });
    return { locationId: location.id, name: location.name, token };
  });
}
