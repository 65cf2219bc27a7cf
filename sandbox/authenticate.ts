import type { Machine } from './context.ts';
import { isPlainObject } from './dto.ts';
import { badRequest, forbidden, unauthorized, unknownRoute } from './errors.ts';
import type { Grant } from './grants.ts';
import type { Call, Route } from './route.ts';
import type { Place } from './state.ts';
import { readVersion } from './version.ts';

/** Lets a request in, or refuses it: version, token, budget, scope, location, in this order. */
export async function admit(
  machine: Machine,
  route: Route,
  request: Request,
  params: Record<string, string>,
  budget: Headers,
): Promise<Call> {
  const { state, quirks, faults, index } = machine;
  const now = machine.now();
  const url = new URL(request.url);
  const version = readVersion(request.headers);
  if (route.v3Only && version !== 'v3') throw unknownRoute(route.method, url.pathname);
  const grant = machine.grants.read(request.headers, now);
  for (const [name, value] of Object.entries(machine.limiter.take(grant.locationId ?? grant.companyId, now))) {
    budget.set(name, value);
  }
  if (!grant.scopes.has(route.scope)) throw unauthorized('The token is not authorized for this scope.');
  if (!mayCall(grant, route)) {
    throw unauthorized('This authClass type is not allowed to access this scope.');
  }
  const body = await readBody(request);
  const place = placeOf(machine, grant, [
    params.locationId,
    url.searchParams.get('locationId'),
    isPlainObject(body) ? body.locationId : undefined,
  ]);
  return {
    state,
    place,
    grant,
    version,
    quirks,
    now,
    param: (name) => params[name] ?? '',
    query: url.searchParams,
    body,
    remember(contactId, before) {
      const lag = faults.standing('index-lag');
      if (lag) index.remember(contactId, before, now, lag.ms ?? 3_000);
    },
    indexed: () => index.contacts(place, now),
    emit: (type, payload) => machine.webhooks.emit(place.location.id, type, payload),
  };
}

/** The token's location; naming any other one, anywhere in the request, is refused. */
function placeOf({ state }: Machine, grant: Grant, named: unknown[]): Place {
  const ids = named.filter((id) => typeof id === 'string' && id !== '');
  const wanted = grant.locationId ?? ids[0] ?? [...state.places.keys()][0];
  const place = typeof wanted === 'string' ? state.places.get(wanted) : undefined;
  if (!place || place.location.companyId !== grant.companyId || ids.some((id) => id !== wanted)) throw forbidden();
  return place;
}

const mayCall = ({ level }: Grant, route: Route) => route.level === 'any' || (route.level ?? 'Location') === level;

/** A JSON body, or a form as an object of texts. */
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
