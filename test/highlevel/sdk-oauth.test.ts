import { HighLevel } from '@gohighlevel/api-client';
import { expect, test } from 'vitest';
import { failure } from './local-server.ts';
import { overSdk, redirect } from './sdk.ts';

const redirectUri = 'http://127.0.0.1/callback';
const scope = 'contacts.readonly contacts.write oauth.readonly oauth.write';

/** A person consents in the location chooser; the choice is a location, or the company. */
async function consent(url: string, clientId: string, choice: string): Promise<string> {
  const body = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    choice,
  });
  const answer = await fetch(`${url}/v2/oauth/chooselocation`, { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function withTokens(level: 'Location' | 'Company') {
  const now = { at: Date.now() };
  const over = await overSdk({ now: () => now.at });
  const { clientId, clientSecret } = over.sandbox.info;
  const app = { client_id: clientId, client_secret: clientSecret };
  const code = await consent(over.url, clientId, level === 'Location' ? over.locationId : over.companyId);
  const request = { ...app, grant_type: 'authorization_code', code, user_type: level, redirect_uri: redirectUri };
  const tokens = await over.sdk.oauth.getAccessToken(request);
  const later = (seconds: number) => {
    now.at += seconds * 1000;
  };
  return { ...over, clientId, clientSecret, request, tokens, later };
}

/** The SDK as an agency uses it: with the token of the company. */
function agency(url: string, clientId: string, clientSecret: string, agencyAccessToken = ''): HighLevel {
  const sdk = new HighLevel({ clientId, clientSecret, agencyAccessToken, apiVersion: '2021-07-28', logLevel: 'none' });
  redirect(sdk, url);
  return sdk;
}

test('the SDK exchanges a code once', async () => {
  const { sdk, request, tokens, locationId, companyId } = await withTokens('Location');

  expect(tokens).toMatchObject({
    token_type: 'Bearer',
    expires_in: 86_399,
    userType: 'Location',
    locationId,
    companyId,
  });
  expect(tokens.scope).toBe(scope);
  expect(await failure(sdk.oauth.getAccessToken(request))).toMatchObject({ statusCode: 400 });
});

test('the SDK refreshes a token, which ends the old refresh token after half a minute', async () => {
  const { sdk, tokens, clientId, clientSecret, later } = await withTokens('Location');
  const refresh = (token = '') => sdk.oauth.refreshToken(token, clientId, clientSecret, 'refresh_token', 'Location');

  const fresh = await refresh(tokens.refresh_token);
  expect(fresh.access_token).not.toBe(tokens.access_token);
  expect(await refresh(tokens.refresh_token)).toMatchObject({ refresh_token: fresh.refresh_token });
  later(31);
  expect(await failure(refresh(tokens.refresh_token))).toMatchObject({ statusCode: 400 });
  expect((await refresh(fresh.refresh_token)).access_token).toBeTypeOf('string');
});

test('the SDK reads a contact with a token that a company’s token made', async () => {
  const { url, tokens, clientId, clientSecret, companyId, locationId, contactId } = await withTokens('Company');

  expect(tokens.userType).toBe('Company');
  const company = agency(url, clientId, clientSecret, tokens.access_token);
  const minted = await company.oauth.getLocationAccessToken({ companyId, locationId });
  expect(minted).toMatchObject({ token_type: 'Bearer', locationId });
  expect(minted).not.toHaveProperty('refresh_token');
  const sdk = new HighLevel({
    privateIntegrationToken: minted.access_token ?? '',
    apiVersion: '2021-07-28',
    logLevel: 'none',
  });
  redirect(sdk, url);
  expect((await sdk.contacts.getContact({ contactId })).contact).toMatchObject({ id: contactId, locationId });
});

test('the SDK lists where the app is installed', async () => {
  const { url, tokens, clientId, clientSecret, companyId, locationId } = await withTokens('Company');

  const company = agency(url, clientId, clientSecret, tokens.access_token);
  const [appId = ''] = clientId.split('-');
  const installed = await company.oauth.getInstalledLocation({ companyId, appId });
  expect(installed.locations).toContainEqual(expect.objectContaining({ _id: locationId, isInstalled: true }));
});
