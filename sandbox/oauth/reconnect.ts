import { readBody } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { respond } from '../dispatch.ts';
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

/** A new code for an app that lost its tokens. The service responds "removed", although its help article remains (issue 333). */
export async function handleReconnect(context: Context, request: Request): Promise<Response> {
  const { app, tokens } = context;
  if (!context.quirks.reconnectAvailable) throw badRequest('API endpoint has been removed');
  const { clientKey, clientSecret, locationId } = input.read(await readBody(request));
  if (clientKey !== app.clientId || clientSecret !== app.clientSecret) {
    throw oauthError(401, 'invalid_client', 'Invalid client credentials');
  }
  if (locationId && !context.state.locations.has(locationId)) throw badRequest('Location not found');
  const now = context.now();
  const { companyId, users } = context.state;
  const userId = [...users.keys()][0] ?? '';
  const consent = {
    level: locationId ? 'Location' : 'Company',
    companyId,
    locationId,
    userId,
    scopes: allScopes,
  } as const;
  const authorizationCode = tokens.grantCode(consent, '', now);
  return respond(context, 200, { authorizationCode, expiresAt: new Date(now + 600_000).toISOString() });
}
