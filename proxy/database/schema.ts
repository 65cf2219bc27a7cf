import type { Generated, Selectable } from 'kysely';
import type { Act, Origin, Result } from '../../engine/state.ts';

/** Times are epoch milliseconds. `sealed` columns hold text of the vault and open only with their own row's name. */
export interface Database {
  connection: ConnectionTable;
  credential: CredentialTable;
  oauth_state: OauthStateTable;
  idempotency: IdempotencyTable;
  agreement: AgreementTable;
  activity: ActivityTable;
  activity_outcome: ActivityOutcomeTable;
  lease: LeaseTable;
  write_turn: WriteTurnTable;
  state_size: StateSizeTable;
  person: PersonTable;
  pacing: PacingTable;
}

/** Which location a document works with: at most one. */
export interface ConnectionTable {
  /** `<Grist origin> <document id>` */
  document: string;
  location_id: string;
  location_name: string;
  /** Grist's user id of the owner who connected it. */
  connected_by: number;
  connected_at: number;
}

/** HighLevel's tokens of a location or of an agency. Several documents may share one. */
export interface CredentialTable {
  /** `location <id>` or `company <id>` */
  holder: string;
  /** The agency that the location belongs to: location tokens can be minted from its credential. */
  company_id: string;
  /** `{access, refresh}` as JSON. `refresh` is absent where HighLevel gave none. */
  sealed: string;
  scopes: string;
  expires_at: number;
  /** Counts the redemptions, so that a late writer never replaces a newer pair. */
  rotation: Generated<number>;
  /** The process that redeems the refresh token now, and the end of its lease. */
  lease_owner: string | null;
  lease_until: Generated<number>;
  /** Noted before the refresh token is sent, cleared with the answer: a leftover means that a process died between. */
  intent_at: number | null;
  /** Why only a person can repair this, or `null`. */
  broken: string | null;
}

/** An authorization on its way: begun in the widget, come back from HighLevel, and not yet claimed by the widget. */
export interface OauthStateTable {
  state_hash: string;
  document: string;
  user_id: number;
  expires_at: number;
  /** Once HighLevel has sent the person back: what the widget must show to claim the grant. */
  claim_hash: string | null;
  /** The grant, as JSON. */
  sealed: string | null;
}

/** A create of the widget, under its idempotency key. */
export interface IdempotencyTable {
  /** Hash of document, user and the widget's key. */
  id: string;
  /** Hash of method, path and body: the same key with another request is a mistake. */
  fingerprint: string;
  /** `intent` before it is sent, `done` with an answer, `unknown` when no answer came. */
  state: 'intent' | 'done' | 'unknown';
  status: number | null;
  /** The answer's body, when `done`. */
  sealed: string | null;
  /** The end of the lease of the process that stored the intent; it renews it while it waits. */
  lease_until: number;
  /** JSON list of the ids of look-alikes that were there before the intent: none of them is its effect. */
  known: string;
  created_at: number;
}

/** What both sides of a field last agreed on. */
export interface AgreementTable {
  /** `<Grist origin> <document id> <location id>` */
  space: string;
  contact_id: string;
  field: string;
  /** Counts the agreements, so that a late writer never replaces a newer one. */
  version: number;
  at: number;
  /** When the contact's base was last read or written, give or take a month. */
  used_at: number;
  /** The value. */
  sealed: string;
}

/** An intent of the log. */
export interface ActivityTable {
  space: string;
  id: string;
  at: number;
  /** Grist's number for the user. */
  user_id: number;
  contact_id: string;
  act: Act;
  what: string;
  via: Origin;
  /** `{label, from, to}` as JSON. */
  sealed: string;
}

/** The outcome of an intent; the last one counts. */
export interface ActivityOutcomeTable {
  space: string;
  entry_id: string;
  position: number;
  at: number;
  result: Result;
  /** `{reason, traceId}` as JSON. */
  sealed: string;
}

/** Which page or worker does something that only one may do at a time. */
export interface LeaseTable {
  space: string;
  key: string;
  holder: string;
  /** By the database's clock (clock.ts). */
  until: number;
}

/** Whose turn it is to write to a record of HighLevel; `passed`, `pending` and `unfinished` are sealed values by field, as JSON. */
export interface WriteTurnTable {
  /** `<location> <path>` */
  resource: string;
  holder: string;
  /** By the database's clock; 0 between two turns. */
  until: number;
  /** When the last turn ended. */
  at: number;
  /** The last values that passed. */
  passed: string | null;
  /** What the holder is about to write. */
  pending: string | null;
  /** What a holder that died was about to write. */
  unfinished: string | null;
}

/** How much a document stores, counted along with each write. */
export interface StateSizeTable {
  space: string;
  part: 'base' | 'log';
  /** Values of the base, or entries of the log. */
  entries: number;
  /** Of their sealed texts. */
  bytes: number;
}

/** Which HighLevel user a user of Grist says they are. */
export interface PersonTable {
  space: string;
  user_id: number;
  /** `{highlevelUserId, name}` as JSON. */
  sealed: string;
}

/** One row: the proxies that share HighLevel's windows. */
export interface PacingTable {
  name: 'members';
  /** Counts the writes, so that only a proxy that has read the last one may replace it. */
  version: number;
  /** List of `Member` (rate-limit/quota.ts) as JSON. */
  members: string;
}

export type Credential = Selectable<CredentialTable>;
export type IdempotencyRow = Selectable<IdempotencyTable>;
export type Connection = Selectable<ConnectionTable>;
