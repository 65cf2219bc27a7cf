import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { HighLevelError, isHighLevelError } from '../../../highlevel/errors.ts';
import type { Role, Session, Voucher } from '../../../panel-api/session.ts';
import type { Section } from '../../section/port.ts';

/** A session this close to its end is renewed before it is used. */
const margin = 60_000;

/** A document without a location may be given one at any moment. */
const lonely = 5_000;

/** Who the person is to the proxy, and which location the document reaches. */
export interface Access {
  readonly role: ReadonlySignal<Role | null>;
  /** Fails with `not-connected` when nobody has connected a location. */
  locationId(): Promise<string>;
}

export interface SessionStore extends Access {
  /** The session as it was last opened. */
  readonly current: ReadonlySignal<Session | null>;
  /** Opens a new one: the document may reach another location now. */
  renew(): Promise<void>;
  /** The current session; given a refused one, a new one. */
  token(refused?: string): Promise<string>;
}

interface SessionOptions {
  section: Pick<Section, 'accessToken'>;
  /** Opens a session with the proxy. */
  open: (voucher: Voucher) => Promise<Session>;
}

/** Exchanges Grist's word for a session with the proxy, once for all who ask at the same time. */
export function createSession({ section, open }: SessionOptions): SessionStore {
  const current = signal<Session | null>(null);
  const role = computed(() => current.value?.role ?? null);
  let openedAt = 0;
  let opening: Promise<Session> | null = null;

  const isGood = ({ connection, expiresAt }: Session) =>
    Date.now() < (connection ? expiresAt - margin : openedAt + lonely);

  const attempt = async () => open(await section.accessToken());

  async function exchange(): Promise<Session> {
    const session = await attempt().catch((error: unknown) => {
      // Where a network in between hides a refusal, a stale token looks like silence: try once with a new one.
      if (isHighLevelError(error) && error.code === 'unreachable') return attempt();
      throw error;
    });
    openedAt = Date.now();
    current.value = session;
    return session;
  }

  function session(refused?: string): Promise<Session> {
    const known = current.peek();
    if (known && known.session !== refused && isGood(known)) return Promise.resolve(known);
    opening ??= exchange().finally(() => {
      opening = null;
    });
    return opening;
  }

  return {
    role,
    current,
    renew: async () => void (await session(current.peek()?.session)),
    token: async (refused) => (await session(refused)).session,
    locationId: async () => {
      const { connection } = await session();
      if (connection) return connection.locationId;
      throw new HighLevelError('not-connected', 'No HighLevel location is connected to this document');
    },
  };
}
