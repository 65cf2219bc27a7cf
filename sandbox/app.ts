import { createControl } from './control.ts';
import { createDispatch, refuse } from './dispatch.ts';
import { createFaults, type Faults } from './faults.ts';
import { allScopes, createGrants, type Grants } from './grants.ts';
import type { Machine } from './machine.ts';
import { documentedQuirks, type Quirks } from './quirks.ts';
import { createRateLimiter, documentedLimits, type Limits } from './rate-limit.ts';
import { createRequestLog, type SandboxRequest } from './request-log.ts';
import { routes } from './routes/all.ts';
import { createSearchIndex } from './search-index.ts';
import { seedState } from './seed/seed.ts';
import type { State } from './state.ts';
import { CutConnection, serverError, strikeBefore } from './strike.ts';

export interface SandboxOptions {
  /** The same seed gives the same ids, names and histories. @default 1 */
  seed?: number;
  /** Contacts of the first location. @default 2000 */
  contacts?: number;
  /** Epoch milliseconds; the data is laid out around it. @default Date.now */
  now?: () => number;
  limits?: Partial<Limits>;
  quirks?: Partial<Quirks>;
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
  info: SandboxInfo;
  state: State;
  /** The latest requests, oldest first; their number is capped. */
  requests: readonly SandboxRequest[];
}

/** Makes a HighLevel with its data; two of them share nothing. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const ownNow = options.now ?? Date.now;
  const { state, tokens, contactIds } = seedState(options.seed ?? 1, options.contacts ?? 2000, ownNow());
  const faults = createFaults();
  const quirks: Quirks = { ...documentedQuirks, ...options.quirks };
  const limits: Limits = { ...documentedLimits, ...options.limits };
  const grants = createGrants();
  const trace = state.random.fork('trace');
  const machine: Machine = {
    state,
    grants,
    faults,
    quirks,
    limiter: createRateLimiter(limits, () => faults.standing('daily-budget-gone') !== undefined),
    index: createSearchIndex(),
    now() {
      const skew = faults.standing('clock-skew');
      return ownNow() + (skew ? (skew.ms ?? 600_000) : 0);
    },
    traceId: () => trace.uuid(),
    emit: () => {},
  };
  const places = [...state.places.values()];
  const locations = places.map(({ location }, index) => ({
    locationId: location.id,
    name: location.name,
    token: grants.add({
      token: tokens[index] ?? '',
      kind: 'private',
      level: 'Location',
      companyId: state.companyId,
      locationId: location.id,
      userId: '',
      scopes: new Set(allScopes),
      expiresAt: Number.POSITIVE_INFINITY,
    }).token,
  }));
  const [first] = locations;
  if (!first) throw new RangeError('A sandbox has at least one location');
  const info = { companyId: state.companyId, locationId: first.locationId, token: first.token, contactIds, locations };
  const log = createRequestLog();
  const dispatch = createDispatch(machine, routes);
  const sandbox: Sandbox = { fetch, faults, limits, quirks, grants, info, state, requests: log.entries };
  const control = createControl(sandbox);
  return sandbox;

  async function fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/_sandbox/')) return control.fetch(request);
    const entry = log.begin(request.method, pathname, ownNow());
    const struck = { method: request.method, path: pathname, headers: request.headers };
    const refusal = await strikeBefore(machine, struck);
    const error = refusal ? undefined : faults.strike('server-error', struck);
    const skipped = refusal ?? (error && !error.applied ? serverError(error) : undefined);
    const answer = skipped ? refuse(machine, skipped) : await dispatch.fetch(request);
    if (faults.strike('cut-after', struck)) throw new CutConnection();
    const sent = error?.applied ? refuse(machine, serverError(error)) : answer;
    entry.status = sent.status;
    return sent;
  }
}
