import { type ReadonlySignal, signal } from '@preact/signals';
import { HighLevelError, isHighLevelError } from '../../highlevel/errors.ts';
import { openSession, type Role, type Session } from '../../highlevel/session.ts';
import type { Section } from '../grist/port.ts';

/** A session this close to its end is renewed before it is used. */
const margin = 60_000;

/** Who the person is to the proxy, and which location the document reaches. */
export interface Access {
  readonly role: ReadonlySignal<Role | null>;
  /** Fails with `not-connected` when nobody has connected a location. */
  locationId(): Promise<string>;
}

export interface SessionStore extends Access {
  /** The current session; given a refused one, a new one. */
  token(refused?: string): Promise<string>;
}

interface SessionOptions {
  section: Pick<Section, 'accessToken'>;
  /** Root of the proxy. */
  url: string;
  fetch?: typeof fetch;
}

/** Exchanges Grist's word for a session with the proxy, once for all who ask at the same time. */
export function createSession({ section, url, fetch }: SessionOptions): SessionStore {
  const role = signal<Role | null>(null);
  let current: Session | null = null;
  let opening: Promise<Session> | null = null;

  async function exchange(): Promise<Session> {
    const open = async () => openSession(url, await section.accessToken(), { fetch });
    const session = await open().catch((error: unknown) => {
      // To a browser a token that Grist no longer takes looks like a broken network: try once with a new one.
      if (isHighLevelError(error) && error.code === 'unreachable') return open();
      throw error;
    });
    current = session;
    role.value = session.role;
    return session;
  }

  function session(refused?: string): Promise<Session> {
    const isGood = current && current.session !== refused && current.expiresAt - Date.now() > margin;
    if (current && isGood) return Promise.resolve(current);
    opening ??= exchange().finally(() => {
      opening = null;
    });
    return opening;
  }

  return {
    role,
    token: async (refused) => (await session(refused)).session,
    locationId: async () => {
      const { connection } = await session();
      if (connection) return connection.locationId;
      throw new HighLevelError('not-connected', 'No HighLevel location is connected to this document');
    },
  };
}
