import { readBody } from '../authenticate.ts';
import type { Machine } from '../context.ts';
import { traced } from '../dispatch.ts';
import { dto, filled, optional, required, text } from '../dto.ts';
import { badRequest } from '../errors.ts';
import { allScopes } from '../grants.ts';
import { oauthError } from './token.ts';

const input = dto<{ clientKey: string; clientSecret: string; locationId?: string; companyId?: string }>({
  clientKey: required(text, filled),
  clientSecret: required(text, filled),
  locationId: optional(text),
  companyId: optional(text),
});

/** A new code for an app that lost its tokens. Removed, says the service, although its help article stands (issue 333). */
export async function answerReconnect(machine: Machine, request: Request): Promise<Response> {
  const { app, ledger } = machine;
  if (!machine.quirks.reconnectAvailable) throw badRequest('API endpoint has been removed');
  const { clientKey, clientSecret, locationId } = input.read(await readBody(request));
  if (clientKey !== app.clientId || clientSecret !== app.clientSecret) {
    throw oauthError(401, 'invalid_client', 'Invalid client credentials');
  }
  if (locationId && !machine.state.places.has(locationId)) throw badRequest('Location not found');
  const now = machine.now();
  const { companyId, users } = machine.state;
  const userId = [...users.keys()][0] ?? '';
  const consent = {
    level: locationId ? 'Location' : 'Company',
    companyId,
    locationId,
    userId,
    scopes: allScopes,
  } as const;
  const authorizationCode = ledger.grantCode(consent, '', now);
  return traced(machine, 200, { authorizationCode, expiresAt: new Date(now + 600_000).toISOString() });
}
