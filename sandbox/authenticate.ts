import type { Context } from './context.ts';
import { isPlainObject } from './dto.ts';
import { badRequest, forbidden, unauthorized, unknownRoute } from './errors.ts';
import type { Grant } from './grants.ts';
import { takenOf } from './half-effects.ts';
import type { Call, Route } from './route.ts';
import type { LocationData } from './state.ts';
import { readVersion } from './version.ts';

/** Checks version, token, budget, scope and location, in this order; throws a `Refusal` at the first that fails. */
export async function authenticate(
  context: Context,
  route: Route,
  request: Request,
  params: Record<string, string>,
  budget: Headers,
): Promise<Call> {
  const { state, quirks, faults, index } = context;
  const now = context.now();
  const url = new URL(request.url);
  const version = readVersion(request.headers);
  if (route.v3Only && version !== 'v3') throw unknownRoute(route.method, url.pathname);
  const grant = context.grants.read(request.headers, now);
  for (const [name, value] of Object.entries(context.limiter.take(budgetOf(grant), now))) {
    budget.set(name, value);
  }
  if (!grant.scopes.has(route.scope)) throw unauthorized('The token is not authorized for this scope.');
  if (!mayCall(grant, route)) {
    throw unauthorized('This authClass type is not allowed to access this scope.');
  }
  const body = await readBody(request);
  const location = locationOf(context, grant, [
    params.locationId,
    url.searchParams.get('locationId'),
    isPlainObject(body) ? body.locationId : undefined,
  ]);
  return {
    state,
    location,
    grant,
    version,
    quirks,
    now,
    param: (name) => params[name] ?? '',
    query: url.searchParams,
    body,
    accept: (dto) => takenOf(faults, { method: route.method, path: url.pathname }, dto.read(body)),
    remember(contactId, before) {
      const lag = faults.active('index-lag');
      if (lag) index.remember(contactId, before, now, lag.ms ?? 3_000);
    },
    indexed: () => index.contacts(location, now),
    emit: (type, payload) => context.webhooks.emit(location.details.id, type, payload),
  };
}

/** The token's location; refuses a request that names another one in its path, query or body. */
function locationOf({ state }: Context, grant: Grant, named: unknown[]): LocationData {
  const ids = named.filter((id) => typeof id === 'string' && id !== '');
  const wanted = grant.locationId ?? ids[0] ?? [...state.locations.keys()][0];
  const location = typeof wanted === 'string' ? state.locations.get(wanted) : undefined;
  if (!location || location.details.companyId !== grant.companyId || ids.some((id) => id !== wanted)) throw forbidden();
  return location;
}

const mayCall = ({ level }: Grant, route: Route) => route.level === 'any' || (route.level ?? 'Location') === level;

/** The parsed JSON body, or a form as an object of strings. */
export async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  const text = await request.text();
  if (text === '') return undefined;
  if (request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest('Unexpected token in JSON at position 0');
  }
}

/** A budget is an app's in a location or company; a private integration counts as an app of its own. */
const budgetOf = ({ kind, token, locationId, companyId }: Grant): string =>
  `${kind === 'private' ? token : 'app'} ${locationId ?? companyId}`;
