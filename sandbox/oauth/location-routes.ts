import { wholeNumber } from '../contact-access.ts';
import { dto, filled, required, text } from '../dto.ts';
import { forbidden, unprocessable } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import { presentTokens, rename, toCamel } from './token.ts';
import type { TokenStore } from './token-store.ts';

const input = dto<{ companyId: string; locationId: string }>({
  companyId: required(text, filled),
  locationId: required(text, filled),
});

/** The routes of a company's token: create location tokens, and list where the app is installed. */
export function createOAuthLocationRoutes(store: TokenStore): Route[] {
  const company = { level: 'Company' } as const;
  return [
    {
      method: 'POST',
      path: '/oauth/locationToken',
      scope: 'oauth.write',
      ...company,
      handle: (call) => mint(call).old,
    },
    {
      method: 'POST',
      path: '/oauth/location-token',
      scope: 'oauth.write',
      ...company,
      v3Only: true,
      handle: (call) => mint(call).v3,
    },
    {
      method: 'GET',
      path: '/oauth/installedLocations',
      scope: 'oauth.readonly',
      ...company,
      handle: (call) => listInstalled(call, store),
    },
  ];

  function mint(call: Call) {
    const { companyId, locationId } = call.accept(input);
    if (companyId !== call.grant.companyId) throw forbidden('The token does not have access to this company.');
    const scopes = [...call.grant.scopes];
    const { userId } = call.grant;
    const tokens = presentTokens(store.issue({ level: 'Location', companyId, locationId, userId, scopes }, call.now));
    // Before v3 a minted token has no refresh token (it is minted again) and does not name its owner.
    const { refresh_token, refreshTokenId, isBulkInstallation, userType, companyId: _company, ...old } = tokens;
    return { old, v3: rename(tokens, toCamel) };
  }
}

function listInstalled(call: Call, store: TokenStore) {
  const { query, state } = call;
  const missing = ['companyId', 'appId'].filter((name) => !query.get(name));
  if (missing.length > 0) throw unprocessable(missing.map((name) => `${name} should not be empty`));
  if (query.get('companyId') !== state.companyId) throw forbidden('The token does not have access to this company.');
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const isInstalled = query.get('isInstalled');
  const found = [...state.locations.values()]
    .map(({ details }) => ({
      _id: details.id,
      name: details.name,
      address: `${details.address}, ${details.city}`,
      isInstalled: store.isInstalled(details.id),
      versionId: 'v1',
    }))
    .filter(
      (location) =>
        location.name.toLowerCase().includes(wanted) &&
        (isInstalled === null || `${location.isInstalled}` === isInstalled) &&
        (!query.get('locationId') || query.get('locationId') === location._id),
    );
  const skip = wholeNumber(call, 'skip', 0);
  return {
    locations: found.slice(skip, skip + wholeNumber(call, 'limit', 20, 500)),
    count: found.length,
    installToFutureLocations: true,
  };
}
