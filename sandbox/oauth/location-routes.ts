import { wholeNumber } from '../contact-access.ts';
import { dto, filled, required, text } from '../dto.ts';
import { forbidden, unprocessable } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import type { Ledger } from './ledger.ts';
import { presentTokens, rename, toCamel } from './token.ts';

const input = dto<{ companyId: string; locationId: string }>({
  companyId: required(text, filled),
  locationId: required(text, filled),
});

/** What a company's token may do: make location tokens, and see where the app is installed. */
export function createOAuthLocationRoutes(ledger: Ledger): Route[] {
  const company = { level: 'Company' } as const;
  return [
    {
      method: 'POST',
      path: '/oauth/locationToken',
      scope: 'oauth.write',
      ...company,
      answer: (call) => mint(call).old,
    },
    {
      method: 'POST',
      path: '/oauth/location-token',
      scope: 'oauth.write',
      ...company,
      v3Only: true,
      answer: (call) => mint(call).v3,
    },
    {
      method: 'GET',
      path: '/oauth/installedLocations',
      scope: 'oauth.readonly',
      ...company,
      answer: (call) => listInstalled(call, ledger),
    },
  ];

  function mint(call: Call) {
    const { companyId, locationId } = input.read(call.body);
    if (companyId !== call.grant.companyId) throw forbidden('The token does not have access to this company.');
    const scopes = [...call.grant.scopes];
    const { userId } = call.grant;
    const tokens = presentTokens(ledger.issue({ level: 'Location', companyId, locationId, userId, scopes }, call.now));
    // Before v3 there is nothing to refresh a minted token with: it is minted again. It does not say whose it is either.
    const { refresh_token, refreshTokenId, isBulkInstallation, userType, companyId: _company, ...old } = tokens;
    return { old, v3: rename(tokens, toCamel) };
  }
}

function listInstalled(call: Call, ledger: Ledger) {
  const { query, state } = call;
  const missing = ['companyId', 'appId'].filter((name) => !query.get(name));
  if (missing.length > 0) throw unprocessable(missing.map((name) => `${name} should not be empty`));
  if (query.get('companyId') !== state.companyId) throw forbidden('The token does not have access to this company.');
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const isInstalled = query.get('isInstalled');
  const found = [...state.places.values()]
    .map(({ location }) => ({
      _id: location.id,
      name: location.name,
      address: `${location.address}, ${location.city}`,
      isInstalled: ledger.isInstalled(location.id),
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
