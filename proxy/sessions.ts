/** A HighLevel location that a document may reach. */
export interface Connection {
  locationId: string;
  locationName: string;
  /** The token of the moment. It goes to HighLevel and nowhere else. */
  token: () => Promise<string>;
}

export type Role = 'viewer' | 'editor' | 'owner';

export interface Session {
  /** Random or signed: whoever holds it is the person it was given to. */
  session: string;
  role: Role;
  /** Epoch milliseconds. */
  expiresAt: number;
  connection: Connection | null;
}

/** What a widget says about itself when it asks for a session. */
export interface Introduction {
  /** Grist's origin as the widget sees it. */
  origin: string;
  docId: string;
  /** A Grist access token. */
  token: string;
}

/** Who may do what. Both verbs throw a `HighLevelError`: `unauthenticated` when asking again may help, else `forbidden`. */
export interface Sessions {
  /** `local`: does the caller run on this machine? */
  open(introduction: Introduction, caller: { local: boolean }): Promise<Session>;
  /** The session that a caller shows; `undefined` when it shows none. */
  find(session: string | undefined): Promise<Session>;
}
