import { HighLevelError } from '../../highlevel/errors.ts';
import type { Credential } from '../database/schema.ts';
import { type Grant, GrantRefused, type TokenEndpoint } from '../oauth/token-endpoint.ts';
import { createPending, type Pending } from '../pending.ts';
import { SealBroken } from '../secrets/vault.ts';
import { createRedemption } from './redeem.ts';
import { type CredentialRows, companyHolder } from './rows.ts';

interface Options {
  rows: CredentialRows;
  endpoint: TokenEndpoint;
  /** What a stop waits for. @default nothing does */
  pending?: Pending | undefined;
  now?: () => number;
  leaseLife?: number;
}

/** A token is renewed this long before it ends, so that none ends on its way. */
const margin = 5 * 60_000;

const messages: Record<GrantRefused['failure'], string> = {
  final: 'HighLevel signed this location out. An owner of the document has to connect it again; edits are kept.',
  inactive: 'HighLevel says that this location is not active.',
  misconfigured: 'HighLevel refuses the client id or secret of this proxy.',
  passing: 'HighLevel cannot renew the sign-in just now.',
};

const unsealable =
  'The sign-in to HighLevel was sealed with another SECRET_KEY. Its operator can put that back; else connect again.';

/** Gives the access token of the moment, renewing it before it ends and when HighLevel no longer takes it. */
export function createCredentials({ rows, endpoint, pending = createPending(), now = Date.now, leaseLife }: Options) {
  const redemption = createRedemption({
    rows,
    pending,
    now,
    leaseLife,
    async redeem(row) {
      const { refresh } = rows.tokens(row);
      const [kind, id = ''] = row.holder.split(' ');
      if (refresh !== null) return endpoint.redeem(refresh, kind === 'company' ? 'Company' : 'Location');
      // HighLevel gives no refresh token with a location token that an agency minted: another is minted.
      return endpoint.mint(await access(companyHolder(row.company_id)), row.company_id, id);
    },
  });

  /**
   * `stale`: a token that HighLevel has just refused as expired. `seen`: the credential as it was read a moment ago; a
   * renewal reads it again. Throws `HighLevelError`.
   */
  async function access(holder: string, stale?: string, seen?: Credential): Promise<string> {
    try {
      const row = seen ?? (await rows.read(holder));
      if (!row || row.broken !== null) throw new GrantRefused('final', 'no credential');
      const { access: token } = rows.tokens(row);
      if (row.expires_at - margin > now() && token !== stale) return token;
      return rows.tokens(await redemption(row)).access;
    } catch (error) {
      if (error instanceof SealBroken) {
        throw new HighLevelError('not-connected', unsealable, { cause: error, reason: 'final' });
      }
      if (!(error instanceof GrantRefused)) throw error;
      const code = error.failure === 'passing' ? 'unreachable' : 'not-connected';
      throw new HighLevelError(code, messages[error.failure], { cause: error, reason: error.failure });
    }
  }

  return {
    access,
    keep: (grant: Grant) => rows.keep(grant),
    forget: (holder: string) => rows.forget(holder),
  };
}

export type Credentials = ReturnType<typeof createCredentials>;
