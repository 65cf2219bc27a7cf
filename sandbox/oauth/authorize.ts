import { readBody } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { isPlainObject } from '../dto.ts';
import { allScopes, type Scope } from '../grants.ts';
import { type AuthorizationRequest, chooserPage, refusalPage } from './chooser-page.ts';
import type { Consent, OAuthApp } from './token-store.ts';

/** Shows the location chooser (GET), or redirects to the app with the code of the choice (POST of its form). */
export async function handleAuthorize(context: Context, request: Request): Promise<Response> {
  const { app, tokens } = context;
  const isChoice = request.method === 'POST';
  const given = isChoice ? await readBody(request) : Object.fromEntries(new URL(request.url).searchParams);
  const requested = readAuthorizationRequest(app, isPlainObject(given) ? given : {});
  if (typeof requested === 'string') return page(400, refusalPage(requested));
  const known = [...context.state.locations.values()];
  if (!isChoice) {
    const shown = known.map(({ details: { id, name, city = '' } }) => ({ id, name, city }));
    return page(200, chooserPage(requested, shown));
  }
  const choice = (given as Record<string, unknown>).choice;
  const location = known.find(({ details }) => details.id === choice);
  if (!location && choice !== context.state.companyId) return page(400, refusalPage('Choose one of the locations.'));
  const consent: Consent = {
    level: location ? 'Location' : 'Company',
    companyId: context.state.companyId,
    locationId: location?.details.id,
    userId: [...context.state.users.keys()][0] ?? '',
    scopes: requested.scopes,
  };
  const target = new URL(requested.redirectUri);
  target.searchParams.set('code', tokens.grantCode(consent, requested.redirectUri, context.now()));
  if (requested.state && context.quirks.stateEchoed) target.searchParams.set('state', requested.state);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

function readAuthorizationRequest(app: OAuthApp, given: Record<string, unknown>): AuthorizationRequest | string {
  const text = (key: string) => (typeof given[key] === 'string' ? given[key] : '');
  const redirectUri = text('redirect_uri');
  const scopes = text('scope').split(' ').filter(Boolean);
  if (text('client_id') !== app.clientId) return 'No integration was found with this client id.';
  if (text('response_type') !== 'code') return 'The response type must be code.';
  if (!URL.canParse(redirectUri) || !isRegistered(app, redirectUri)) return 'The redirect address is not registered.';
  if (scopes.length === 0) return 'Ask for at least one scope.';
  const unknown = scopes.find((scope) => !allScopes.some((known) => known === scope));
  if (unknown !== undefined) return `There is no scope ${unknown}.`;
  return { clientId: app.clientId, redirectUri, state: text('state'), scopes: scopes as Scope[] };
}

const isRegistered = ({ redirectUris }: OAuthApp, uri: string) =>
  redirectUris.length === 0 || redirectUris.includes(uri);

const page = (status: number, html: string) =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
