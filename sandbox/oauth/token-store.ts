import type { Grants, Scope } from '../grants.ts';
import type { Random } from '../random.ts';

/** A Marketplace app, as its developer registered it. */
export interface OAuthApp {
  /** `<24 hex>-<suffix>`; the part before the dash is the app id. */
  clientId: string;
  clientSecret: string;
  /** Matched exactly; an empty list accepts every address. */
  redirectUris: string[];
}

/** What a user agreed to: one location, or the company with all of its locations. */
export interface Consent {
  level: 'Location' | 'Company';
  companyId: string;
  locationId?: string;
  userId: string;
  scopes: readonly Scope[];
}

/** What the token endpoint issues. */
export interface IssuedTokens extends Consent {
  accessToken: string;
  refreshToken: string;
  refreshTokenId: string;
  /** Seconds. */
  expiresIn: number;
}

interface Refreshable {
  consent: Consent;
  usedAt?: number;
  answer?: IssuedTokens;
}

export interface TokenStore {
  /** A code that can be exchanged once, within ten minutes. */
  grantCode(consent: Consent, redirectUri: string, now: number): string;
  exchangeCode(code: string, redirectUri: string | undefined, now: number): IssuedTokens | undefined;
  /** Single use; for thirty seconds afterwards the same token returns the same new pair. */
  refresh(refreshToken: string, now: number): IssuedTokens | undefined;
  issue(consent: Consent, now: number): IssuedTokens;
  revokeRefreshToken(refreshToken: string): void;
  /** Revokes every token of a location, or of the whole company. */
  uninstall(locationId?: string): void;
  isInstalled(locationId: string): boolean;
}

const codeLifetime = 600_000;
const graceWindow = 30_000;
const accessLifetime = 86_399;
const refreshLifetime = 365 * 86_400_000;

export function createTokenStore(app: OAuthApp, grants: Grants, random: Random): TokenStore {
  const codes = new Map<string, { consent: Consent; redirectUri: string; expiresAt: number }>();
  const refreshable = new Map<string, Refreshable & { expiresAt: number }>();
  const store: TokenStore = {
    grantCode(consent, redirectUri, now) {
      const code = random.hex() + random.hex().slice(0, 16);
      codes.set(code, { consent, redirectUri, expiresAt: now + codeLifetime });
      return code;
    },
    exchangeCode(code, redirectUri, now) {
      const entry = codes.get(code);
      codes.delete(code);
      if (!entry || entry.expiresAt <= now) return undefined;
      if (redirectUri !== undefined && redirectUri !== entry.redirectUri) return undefined;
      return store.issue(entry.consent, now);
    },
    refresh(refreshToken, now) {
      const entry = refreshable.get(refreshToken);
      if (!entry || entry.expiresAt <= now) return undefined;
      if (entry.usedAt !== undefined) return now - entry.usedAt <= graceWindow ? entry.answer : undefined;
      entry.usedAt = now;
      entry.answer = store.issue(entry.consent, now);
      return entry.answer;
    },
    issue(consent, now) {
      const { level, companyId, locationId, userId } = consent;
      const accessToken = token(
        { authClass: level, authClassId: locationId ?? companyId, sourceId: app.clientId },
        now,
      );
      const refreshToken = token({ authClass: level, authClassId: locationId ?? companyId, kind: 'refresh' }, now);
      const scopes = new Set(consent.scopes);
      const expiresAt = now + accessLifetime * 1_000;
      grants.add({ token: accessToken, kind: 'oauth', level, companyId, locationId, userId, scopes, expiresAt });
      refreshable.set(refreshToken, { consent, expiresAt: now + refreshLifetime });
      return { ...consent, accessToken, refreshToken, refreshTokenId: random.hex(), expiresIn: accessLifetime };
    },
    revokeRefreshToken: (refreshToken) => void refreshable.delete(refreshToken),
    uninstall(locationId) {
      const isUninstalled = (holder: { locationId?: string }) =>
        locationId === undefined || holder.locationId === locationId;
      for (const [key, { consent }] of refreshable) if (isUninstalled(consent)) refreshable.delete(key);
      for (const grant of [...grants.all()])
        if (grant.kind === 'oauth' && isUninstalled(grant)) grants.remove(grant.token);
    },
    isInstalled: (locationId) =>
      [...refreshable.values()].some(({ consent }) => consent.level === 'Company' || consent.locationId === locationId),
  };
  return store;

  /** Has the form of a JWT. Its signature is never verified: the sandbox looks tokens up. */
  function token(claims: Record<string, unknown>, now: number): string {
    const issued = Math.floor(now / 1_000);
    const parts = [
      { alg: 'RS256', typ: 'JWT' },
      { ...claims, jti: random.uuid(), iat: issued, exp: issued + accessLifetime },
    ];
    return [...parts.map((part) => toBase64Url(JSON.stringify(part))), toBase64Url(random.hex() + random.hex())].join(
      '.',
    );
  }
}

const toBase64Url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
