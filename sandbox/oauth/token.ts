import { readBody } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { respond } from '../dispatch.ts';
import { dto, filled, oneOf, optional, required, text } from '../dto.ts';
import { badRequest, Refusal } from '../errors.ts';
import { readVersion } from '../version.ts';
import type { IssuedTokens } from './token-store.ts';

interface TokenInput {
  client_id: string;
  client_secret: string;
  grant_type: string;
  code?: string;
  refresh_token?: string;
  user_type?: string;
  redirect_uri?: string;
}

const input = dto<TokenInput>({
  client_id: required(text, filled),
  client_secret: required(text, filled),
  grant_type: required(oneOf('authorization_code', 'refresh_token', 'client_credentials')),
  code: optional(text),
  refresh_token: optional(text),
  user_type: optional(oneOf('Company', 'Location')),
  redirect_uri: optional(text),
});

/** `POST /oauth/token`: a form in snake case; with `Version: v3` also JSON, and camel case in both directions. */
export async function handleToken(context: Context, request: Request): Promise<Response> {
  const { app } = context;
  const isV3 = request.headers.has('version') && readVersion(request.headers) === 'v3';
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded');
  const body = isV3 || isForm ? await readBody(request) : undefined;
  const given = input.read(isV3 ? rename(body, toSnake) : body);
  if (given.client_id !== app.clientId || given.client_secret !== app.clientSecret) {
    throw oauthError(401, 'invalid_client', 'Invalid client credentials');
  }
  const issued = redeem(context, given);
  if (given.grant_type === 'authorization_code') emitInstall(context, issued);
  const answer = presentTokens(issued);
  return respond(context, 200, isV3 ? rename(answer, toCamel) : answer);
}

function redeem(context: Context, given: TokenInput): IssuedTokens {
  const { tokens } = context;
  const now = context.now();
  const target = { method: 'POST', path: '/oauth/token' };
  if (context.faults.trigger('inactive-location', target)) throw badRequest('Location is not active');
  if (given.grant_type === 'authorization_code') {
    const issued = tokens.exchangeCode(given.code ?? '', given.redirect_uri, now);
    if (!issued) throw oauthError(400, 'invalid_grant', 'This authorization code is invalid');
    return issued;
  }
  if (given.grant_type !== 'refresh_token') {
    throw oauthError(400, 'unsupported_grant_type', 'This grant type is not supported');
  }
  const refreshToken = given.refresh_token ?? '';
  if (context.faults.trigger('revoked-refresh-token', target)) tokens.revokeRefreshToken(refreshToken);
  const issued = tokens.refresh(refreshToken, now);
  if (!issued) throw oauthError(400, 'invalid_grant', 'This refresh token is invalid');
  return issued;
}

export const oauthError = (status: number, error: string, description: string) =>
  new Refusal(status, { error, error_description: description });

/** The response in snake case: Company tokens list what was approved, Location tokens name their location. */
export function presentTokens(issued: IssuedTokens): Record<string, unknown> {
  const { accessToken, refreshToken, refreshTokenId, expiresIn, scopes, level, companyId, locationId, userId } = issued;
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn,
    refresh_token: refreshToken,
    refreshTokenId,
    scope: scopes.join(' '),
    userType: level,
    companyId,
    ...(locationId && { locationId }),
    ...(level === 'Company' && { approvedLocations: [], installToFutureLocations: true, approveAllLocations: true }),
    isBulkInstallation: level === 'Company',
    userId,
  };
}

function emitInstall({ app, webhooks }: Context, { companyId, locationId, userId }: IssuedTokens): void {
  webhooks.emit(locationId, 'INSTALL', {
    appId: app.clientId.split('-')[0],
    companyId,
    userId,
    planId: '',
    trial: {},
    isWhitelabelCompany: false,
    whitelabelDetails: {},
    companyName: 'Harbour & Pine',
  });
}

const toSnake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const toCamel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const rename = (value: unknown, nameOf: (key: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value ?? {}).map(([key, item]) => [nameOf(key), item]));
