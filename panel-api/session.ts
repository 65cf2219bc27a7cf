import { type ApiOptions, type Call, createExchange } from '../highlevel/client.ts';
import { HighLevelError } from '../highlevel/errors.ts';
import { path } from '../highlevel/path.ts';
import { shape, text, texts } from '../highlevel/read.ts';

/** What the proxy lets the holder do. A viewer reads and never writes. */
export type Role = 'viewer' | 'editor' | 'owner';

/** A person's session with our proxy. */
export interface Session {
  /** The bearer of every further call. */
  session: string;
  role: Role;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** The HighLevel location that the document reaches, or `null` when nobody has connected one. */
  connection: DocumentConnection | null;
  /** May this person sign in at HighLevel to connect a location, or another one? */
  canConnect: boolean;
}

/** The location that a document reaches, and what is known of how it came to that. */
export interface DocumentConnection {
  locationId: string;
  locationName: string;
  /** Epoch milliseconds, or `null`: the proxy's operator pinned it. */
  connectedAt: number | null;
  scopes: readonly string[];
  /** HighLevel has ended the sign-in; only a person can repair it. */
  broken: boolean;
}

/** By which Grist vouches for a person: its origin, the document's id and an access token of Grist's. */
export interface Voucher {
  origin: string;
  docId: string;
  token: string;
}

/** Opens a session with the proxy at `proxyUrl`. Fails with `HighLevelError`: `unauthenticated`, `forbidden` or `unreachable`. */
export async function openSession(
  proxyUrl: string,
  voucher: Voucher,
  options: ApiOptions & Call = {},
): Promise<Session> {
  const { signal, ...rest } = options;
  const answer = await createExchange(rest)({
    method: 'POST',
    path: path`api/session`,
    url: `${proxyUrl.replace(/\/+$/, '')}/api/session`,
    body: { origin: voucher.origin, docId: voucher.docId, token: voucher.token },
    effect: 'none',
    signal,
  });
  return readSession(answer);
}

function readSession(answer: unknown): Session {
  const raw = shape<Session>(answer);
  const session = text(raw.session);
  if (!session) throw new HighLevelError('unreachable', 'POST api/session: the answer is not from our proxy');
  return {
    session,
    // A role of a newer proxy may mean less than it sounds.
    role: raw.role === 'owner' || raw.role === 'editor' ? raw.role : 'viewer',
    expiresAt: Number(raw.expiresAt) || 0,
    connection: readConnection(raw.connection),
    canConnect: raw.canConnect === true,
  };
}

/** Reads the connection of a document as the proxy tells it. */
export function readConnection(value: unknown): DocumentConnection | null {
  const raw = shape<DocumentConnection>(value);
  const locationId = text(raw.locationId);
  if (!locationId) return null;
  return {
    locationId,
    locationName: text(raw.locationName),
    connectedAt: Number(raw.connectedAt) || null,
    scopes: texts(raw.scopes),
    broken: Boolean(raw.broken),
  };
}
