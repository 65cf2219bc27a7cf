import type { WireUser } from '../../highlevel/wire-location.ts';
import { wholeNumber } from '../contact-access.ts';
import { badRequest, forbidden, unprocessable } from '../errors.ts';
import type { Call, Route } from '../route.ts';

export const userRoutes: Route[] = [
  { method: 'GET', path: '/users/search', scope: 'users.readonly', level: 'any', handle: searchUsers },
  { method: 'GET', path: '/users/:userId', scope: 'users.readonly', level: 'any', handle: getUser },
  { method: 'GET', path: '/users', scope: 'users.readonly', level: 'any', handle: listUsers },
];

/** A location's token sees the users of its location; a company's token sees all, or those of the location in the request. */
function visible(call: Call, locationId: string | null | undefined): WireUser[] {
  return [...call.state.users.values()].filter((user) => !locationId || user.roles?.locationIds?.includes(locationId));
}

const wantedLocation = (call: Call) => call.query.get('locationId') ?? call.grant.locationId;

function searchUsers(call: Call) {
  const companyId = call.query.get('companyId');
  if (!companyId) throw unprocessable(['companyId must be a string', 'companyId should not be empty']);
  if (companyId !== call.grant.companyId) throw forbidden('The token does not have access to this company.');
  const query = call.query.get('query')?.toLowerCase();
  const ids = call.query.get('ids')?.split(',');
  const role = call.query.get('role');
  const found = visible(call, wantedLocation(call)).filter(
    (user) =>
      (!query || `${user.name} ${user.email}`.toLowerCase().includes(query)) &&
      (!ids || ids.includes(user.id)) &&
      (!role || user.roles?.role === role),
  );
  const skip = wholeNumber(call, 'skip', 0);
  return { users: found.slice(skip, skip + wholeNumber(call, 'limit', 25, 100)), count: found.length };
}

function listUsers(call: Call) {
  if (!call.query.get('locationId')) throw forbidden();
  return { users: visible(call, call.query.get('locationId')) };
}

/** The only response without a wrapping key, and without `deleted`. */
function getUser(call: Call) {
  const found = visible(call, call.grant.locationId).find(({ id }) => id === call.param('userId'));
  if (!found) throw badRequest(`User with id ${call.param('userId')} not found`);
  const { deleted, ...user } = found;
  return user;
}
