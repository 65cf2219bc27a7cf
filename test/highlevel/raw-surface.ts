import type { Sandbox } from '../../sandbox/app.ts';

const base = 'http://highlevel.test';
const redirect_uri = 'https://panel.example/oauth/callback';
const scope = 'contacts.readonly oauth.readonly oauth.write';

/** Requests what the client never does: the endpoints of OAuth, the deprecated list, and a custom field by its key. */
export async function driveRaw({ info }: Sandbox, fetch: typeof globalThis.fetch): Promise<void> {
  const { companyId, locationId } = info;
  const app = { client_id: info.clientId, client_secret: info.clientSecret };
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) });

  const consent = { response_type: 'code', client_id: info.clientId, redirect_uri, scope, choice: companyId };
  const chosen = await form('/v2/oauth/chooselocation', consent);
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const request = { ...app, grant_type: 'authorization_code', code, user_type: 'Company', redirect_uri };
  const tokens = (await (await form('/oauth/token', request)).json()) as { access_token: string };

  const company = { authorization: `Bearer ${tokens.access_token}`, version: '2021-07-28' };
  await form('/oauth/locationToken', { companyId, locationId }, company);
  const installed = new URLSearchParams({ companyId, appId: info.clientId.split('-')[0] ?? '' });
  await fetch(`${base}/oauth/installedLocations?${installed}`, { headers: company });
  const location = { authorization: `Bearer ${info.token}`, version: '2021-07-28' };
  await fetch(`${base}/contacts/?locationId=${locationId}&limit=5`, { headers: location });
  const body = JSON.stringify({ customFields: [{ key: 'shoe_size', field_value: 43 }] });
  const headers = { ...location, 'content-type': 'application/json' };
  await fetch(`${base}/contacts/${info.contactIds[0]}`, { method: 'PUT', headers, body });
}
