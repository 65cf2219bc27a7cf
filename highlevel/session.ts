import { type ApiOptions, type Call, createExchange } from './client.ts';
import { HighLevelError } from './errors.ts';
import { path } from './path.ts';
import { shape, text } from './read.ts';

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
  connection: { locationId: string; locationName: string } | null;
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
  const connection = shape<NonNullable<Session['connection']>>(raw.connection);
  const locationId = text(connection.locationId);
  const session = text(raw.session);
  if (!session) throw new HighLevelError('unreachable', 'POST api/session: the answer is not from our proxy');
  return {
    session,
    // A role of a newer proxy may mean less than it sounds.
    role: raw.role === 'owner' || raw.role === 'editor' ? raw.role : 'viewer',
    expiresAt: Number(raw.expiresAt) || 0,
    connection: locationId ? { locationId, locationName: text(connection.locationName) } : null,
  };
}
