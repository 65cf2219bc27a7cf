import type { SandboxOptions } from '../../sandbox/app.ts';
import { type OpenedSandbox, openSandbox, type Reply } from './open-sandbox.ts';

export interface OpenedOAuth extends OpenedSandbox {
  /** The page where a person chooses. */
  page(changes?: Record<string, string>): Promise<Response>;
  /** Chooses there, and returns the address of the redirect to the app. */
  choose(choice: string, changes?: Record<string, string>): Promise<URL>;
  /** The token endpoint, with a form. */
  token(form: Record<string, string>): Promise<Reply>;
  /** Consent and code exchange in one: the tokens of a location, or of the company. */
  connect(choice?: string): Promise<Reply['body']>;
}

export const redirectUri = 'https://proxy.example/oauth/callback';

export function openOAuth(options: SandboxOptions = {}): OpenedOAuth {
  const opened = openSandbox(options);
  const { sandbox } = opened;
  const { clientId, clientSecret } = sandbox.info;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const base = 'http://highlevel.test';
  const authorization = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'contacts.readonly contacts.write users.readonly oauth.readonly oauth.write',
    state: 'opaque state',
  };
  const oauth: OpenedOAuth = {
    ...opened,
    page: (changes = {}) =>
      sandbox.fetch(
        new Request(`${base}/v2/oauth/chooselocation?${new URLSearchParams({ ...authorization, ...changes })}`),
      ),
    async choose(choice, changes = {}) {
      const body = new URLSearchParams({ ...authorization, ...changes, choice });
      const response = await sandbox.fetch(
        new Request(`${base}/oauth/chooselocation`, { method: 'POST', headers: form, body }),
      );
      return new URL(response.headers.get('location') ?? '');
    },
    async token(given) {
      const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...given });
      const response = await sandbox.fetch(new Request(`${base}/oauth/token`, { method: 'POST', headers: form, body }));
      return { status: response.status, body: await response.json(), headers: response.headers };
    },
    async connect(choice = sandbox.info.locationId) {
      const code = (await oauth.choose(choice)).searchParams.get('code') ?? '';
      return (await oauth.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })).body;
    },
  };
  return oauth;
}
