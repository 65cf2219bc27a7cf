import { unauthorized } from './errors.ts';

/** A bearer token and what it allows. */
export interface Grant {
  token: string;
  kind: 'private' | 'oauth';
  level: 'Location' | 'Company';
  companyId: string;
  /** Only of a Location token. */
  locationId?: string;
  userId: string;
  scopes: ReadonlySet<Scope>;
  /** Epoch milliseconds; private integration tokens do not expire. */
  expiresAt: number;
}

export interface Grants {
  add(grant: Grant): Grant;
  remove(token: string): void;
  all(): IterableIterator<Grant>;
  /** The grant of the request's bearer token; throws HighLevel's 401 for that kind of token if it is invalid or expired. */
  read(headers: Headers, now: number): Grant;
  /** Expires one access token, or all of them. */
  expire(token?: string): void;
}

export function createGrants(): Grants {
  const grants = new Map<string, Grant>();
  return {
    add(grant) {
      grants.set(grant.token, grant);
      return grant;
    },
    remove: (token) => void grants.delete(token),
    all: () => grants.values(),
    read(headers, now) {
      const token = readBearer(headers);
      const grant = grants.get(token);
      if (grant && grant.expiresAt > now) return grant;
      throw unauthorized(token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
    },
    expire(token) {
      for (const grant of grants.values()) {
        if (grant.kind === 'oauth' && (token === undefined || token === grant.token)) grant.expiresAt = 0;
      }
    },
  };
}

function readBearer(headers: Headers): string {
  const token = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!token) throw unauthorized('Invalid token: access token is invalid');
  return token;
}

/** Every scope that the endpoints require; the sandbox's private tokens have all of them. */
export const allScopes = [
  'contacts.readonly',
  'contacts.write',
  'locations.readonly',
  'locations/customFields.readonly',
  'locations/customFields.write',
  'locations/tags.readonly',
  'locations/tags.write',
  'locations/tasks.readonly',
  'users.readonly',
  'businesses.readonly',
  'businesses.write',
  'calendars.readonly',
  'calendars/groups.readonly',
  'calendars/events.readonly',
  'calendars/events.write',
  'oauth.readonly',
  'oauth.write',
] as const;

export type Scope = (typeof allScopes)[number];
