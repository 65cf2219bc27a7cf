import * as v from 'valibot';

/** What HighLevel's token endpoint gave (HighLevel API docs: OAuth 2.0, Get Access Token). */
export interface Grant {
  access: string;
  /** Works once: the answer to its redemption holds the next one. Absent for a location token minted by an agency. */
  refresh: string | null;
  /** Epoch milliseconds. */
  expiresAt: number;
  scopes: string;
  /** The location it is for, or `null` for an agency (Company) token. */
  locationId: string | null;
  companyId: string;
}

/**
 * Why no token came. `final`: this refresh token or code will never work again. `inactive`: the location is switched off at
 * HighLevel. `passing`: try later; the redemption may have happened all the same.
 */
export type GrantFailure = 'final' | 'inactive' | 'misconfigured' | 'passing';

export class GrantRefused extends Error {
  override readonly name = 'GrantRefused' as const;
  readonly failure: GrantFailure;

  constructor(failure: GrantFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

export interface TokenEndpoint {
  exchange(code: string, redirectUri: string): Promise<Grant>;
  redeem(refresh: string, userType: 'Company' | 'Location'): Promise<Grant>;
  /** Mints a location's token by the agency's. */
  mint(companyAccess: string, companyId: string, locationId: string): Promise<Grant>;
}

interface Options {
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  fetch?: typeof fetch;
  now?: () => number;
  /** Milliseconds; HighLevel was seen to take 15 seconds. */
  timeout?: number;
}

const answer = v.object({
  access_token: v.string(),
  refresh_token: v.optional(v.string()),
  expires_in: v.number(),
  scope: v.optional(v.string(), ''),
  locationId: v.optional(v.nullable(v.string())),
  companyId: v.optional(v.nullable(v.string())),
  userType: v.optional(v.string()),
});

function refusal(status: number, body: string): GrantRefused {
  const said = `HighLevel's token endpoint answered ${status}`;
  if (/not active|inactive/i.test(body)) return new GrantRefused('inactive', said);
  if (status === 429 || status >= 500) return new GrantRefused('passing', said);
  if (/invalid_client|client (id|secret|credentials)/i.test(body)) return new GrantRefused('misconfigured', said);
  return new GrantRefused('final', said);
}

/** Calls HighLevel's token endpoint. Every failure is a `GrantRefused`; its message holds no token and no body. */
export function createTokenEndpoint(options: Options): TokenEndpoint {
  const { apiUrl, clientId, clientSecret, fetch = globalThis.fetch, now = Date.now, timeout = 60_000 } = options;

  async function post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Grant> {
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${apiUrl}${path}`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { accept: 'application/json', ...headers },
        // A redirect that keeps the method would carry secret and refresh token to wherever it points.
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      body = await response.text();
    } catch (cause) {
      throw new GrantRefused('passing', "HighLevel's token endpoint did not answer", { cause });
    }
    if (!response.ok) throw refusal(response.status, body);
    return read(body, form);
  }

  function read(body: string, form: Record<string, string>): Grant {
    try {
      const grant = v.parse(answer, JSON.parse(body));
      return {
        access: grant.access_token,
        refresh: grant.refresh_token ?? null,
        expiresAt: now() + grant.expires_in * 1000,
        scopes: grant.scope,
        locationId: grant.userType === 'Company' ? null : (grant.locationId ?? form.locationId ?? null),
        companyId: grant.companyId ?? form.companyId ?? '',
      };
    } catch {
      // The parser's own complaint would quote the answer, tokens included.
      throw new GrantRefused('passing', "HighLevel's token endpoint gave an answer that cannot be read");
    }
  }

  const client = { client_id: clientId, client_secret: clientSecret };
  return {
    exchange: (code, redirectUri) =>
      post('/oauth/token', { ...client, grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
    redeem: (refresh, userType) =>
      post('/oauth/token', { ...client, grant_type: 'refresh_token', refresh_token: refresh, user_type: userType }),
    mint: (companyAccess, companyId, locationId) =>
      post(
        '/oauth/locationToken',
        { companyId, locationId },
        { authorization: `Bearer ${companyAccess}`, version: '2021-07-28' },
      ),
  };
}
