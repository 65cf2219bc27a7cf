import { readBody } from '../authenticate.ts';
import type { Machine } from '../context.ts';
import { isPlainObject } from '../dto.ts';
import { allScopes, type Scope } from '../grants.ts';
import { chooserPage, refusalPage } from './chooser-page.ts';
import type { Consent, OAuthApp } from './ledger.ts';

/** Shows the location chooser (GET), or carries a choice back to the app (POST of its form). */
export async function answerAuthorize(machine: Machine, request: Request): Promise<Response> {
  const { app, ledger } = machine;
  const isChoice = request.method === 'POST';
  const given = isChoice ? await readBody(request) : Object.fromEntries(new URL(request.url).searchParams);
  const asked = readAsked(app, isPlainObject(given) ? given : {});
  if (typeof asked === 'string') return page(400, refusalPage(asked));
  const places = [...machine.state.places.values()];
  if (!isChoice) {
    const locations = places.map(({ location: { id, name, city = '' } }) => ({ id, name, city }));
    return page(200, chooserPage(asked, locations));
  }
  const choice = (given as Record<string, unknown>).choice;
  const place = places.find(({ location }) => location.id === choice);
  if (!place && choice !== machine.state.companyId) return page(400, refusalPage('Choose one of the locations.'));
  const consent: Consent = {
    level: place ? 'Location' : 'Company',
    companyId: machine.state.companyId,
    locationId: place?.location.id,
    userId: [...machine.state.users.keys()][0] ?? '',
    scopes: asked.scopes,
  };
  const target = new URL(asked.redirectUri);
  target.searchParams.set('code', ledger.grantCode(consent, asked.redirectUri, machine.now()));
  if (asked.state && machine.quirks.stateEchoed) target.searchParams.set('state', asked.state);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

/** What the app asked for. */
export interface Asked {
  clientId: string;
  redirectUri: string;
  state: string;
  scopes: Scope[];
}

function readAsked(app: OAuthApp, given: Record<string, unknown>): Asked | string {
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
