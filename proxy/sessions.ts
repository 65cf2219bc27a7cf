import type { Role } from './grist/ask.ts';
import type { ClaimedUser, GristCredentials, Person } from './grist/authenticate.ts';

/** A HighLevel location that a document may reach. */
export interface Connection {
  locationId: string;
  locationName: string;
  /**
   * The token of the moment. It goes to HighLevel and nowhere else. `stale`: one that HighLevel has just refused as
   * expired, so that another is needed.
   */
  token: (stale?: string) => Promise<string>;
  /** Who connected it and when, as far as it is known; epoch milliseconds. */
  connectedBy?: number;
  connectedAt?: number;
  scopes?: readonly string[];
  /** Why only a person can repair it, or `null`. */
  broken?: string | null;
}

export interface Session {
  /** Random or signed: its bearer is taken for the person it was given to. */
  session: string;
  role: Role;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** For whom Grist vouched. */
  person: Person;
  connection: Connection | null;
}

/** What a widget says about itself when it asks for a session. */
export type Introduction = GristCredentials;

/** Who may do what. All verbs throw a `HighLevelError`: `unauthenticated` when asking again may help, else `forbidden`. */
export interface Sessions {
  /** Whose introduction it says it is; refuses what Grist would refuse for certain, without a question to it. */
  screen(introduction: Introduction): ClaimedUser;
  open(introduction: Introduction): Promise<Session>;
  /** The session that a caller shows; `undefined` when it shows none. */
  find(session: string | undefined): Promise<Session>;
}
