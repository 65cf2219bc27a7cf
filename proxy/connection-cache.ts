import type { OauthConnections } from './connections.ts';
import { type DocumentRef, documentName } from './document.ts';
import type { Bus } from './events/bus.ts';
import type { Connection } from './sessions.ts';

/** Milliseconds that a connection is cached without an event about it. */
const ttl = 2000;
const capacity = 10_000;

interface Remembered {
  connection: Promise<Connection | null>;
  until: number;
  unsubscribe: () => void;
}

/**
 * Reads from the database every other second, not with each call, which location a document reaches. Changes of a connection are
 * published on the bus, so a disconnect counts at once here, and with the notification at every other proxy.
 */
export function cacheConnections(
  kept: OauthConnections,
  bus: Pick<Bus, 'subscribe'>,
  now: () => number = Date.now,
): OauthConnections {
  const remembered = new Map<string, Remembered>();

  function forget(document: string): void {
    remembered.get(document)?.unsubscribe();
    remembered.delete(document);
  }

  function ask(ref: DocumentRef, document: string): Promise<Connection | null> {
    forget(document);
    const [oldest] = remembered.size < capacity ? [] : remembered.keys();
    if (oldest !== undefined) forget(oldest);
    const connection = kept.find(ref).then((found) => {
      if (!found) return null;
      // A token that had to be renewed, or could not be, has changed what the database says of the connection.
      const token = async (stale?: string) => {
        if (stale !== undefined) forget(document);
        return found.token(stale).catch((error: unknown) => {
          forget(document);
          throw error;
        });
      };
      return { ...found, token };
    });
    const unsubscribe = bus.subscribe(document, ({ kind }) => kind === 'connection' && forget(document));
    remembered.set(document, { connection, until: now() + ttl, unsubscribe });
    connection.catch(() => {
      if (remembered.get(document)?.connection === connection) forget(document);
    });
    return connection;
  }

  /** A lookup during the change may have cached the state before it. */
  const changing = <T>(ref: DocumentRef, change: Promise<T>): Promise<T> =>
    change.finally(() => forget(documentName(ref)));

  return {
    async find(ref) {
      const document = documentName(ref);
      const known = remembered.get(document);
      return known && known.until > now() ? known.connection : ask(ref, document);
    },
    bind: (ref, ...how) => changing(ref, kept.bind(ref, ...how)),
    release: (ref) => changing(ref, kept.release(ref)),
  };
}
