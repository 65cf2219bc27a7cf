import { setMaxListeners } from 'node:events';
import type { Client } from 'pg';

/** Something that open panels of a document want to know at once. */
export interface DocumentEvent {
  /** `<Grist origin> <document id>` */
  document: string;
  /**
   * `connection`: the document reaches a location now, another one, or none. `base`: both sides of a contact agreed on
   * something. `activity`: the log of a contact has grown.
   */
  kind: 'connection' | 'base' | 'activity';
  /** With `base` and `activity`: the contact that it is about. */
  data?: string;
}

type Listener = (event: DocumentEvent) => void;

/** Publishes events to the subscribers in this process and, on Postgres, in every other that shares the database. */
export interface Bus {
  publish(event: DocumentEvent): Promise<void>;
  /** Returns a function that ends the subscription. */
  subscribe(document: string, listener: Listener): () => void;
  /** Aborted when the proxy stops: streams end, so that nothing holds it back. */
  readonly ending: AbortSignal;
  close(): Promise<void>;
}

const channel = 'panel_events';
/** Milliseconds until a lost connection to Postgres is tried again. Panels also poll. */
const pause = 2000;

function createLocalBus(): Bus & { deliver: Listener } {
  const listeners = new Map<string, Set<Listener>>();
  const ending = new AbortController();
  // One listener for each open stream.
  setMaxListeners(0, ending.signal);
  const deliver: Listener = (event) => {
    for (const listener of listeners.get(event.document) ?? []) listener(event);
  };
  return {
    deliver,
    publish: async (event) => deliver(event),
    subscribe(document, listener) {
      const subscribers = listeners.get(document) ?? new Set();
      listeners.set(document, subscribers.add(listener));
      return () => {
        subscribers.delete(listener);
        if (subscribers.size === 0) listeners.delete(document);
      };
    },
    ending: ending.signal,
    close: async () => ending.abort(),
  };
}

/** Opens the bus of a database: LISTEN and NOTIFY on Postgres, else this process alone. */
export async function openBus(databaseUrl: string, isPostgres: boolean): Promise<Bus> {
  const local = createLocalBus();
  if (!isPostgres) return local;
  const { default: pg } = await import('pg');
  let client: Client | null = null;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl });
    const again = () => {
      if (client !== next || local.ending.aborted) return;
      client = null;
      setTimeout(() => connect().catch(() => again()), pause).unref();
    };
    client = next;
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ payload }) => local.deliver(JSON.parse(payload ?? '{}') as DocumentEvent));
    await next.connect();
    await next.query(`listen ${channel}`);
  }

  await connect();
  return {
    ...local,
    async publish(event) {
      // Without Postgres, at least the subscribers in this process receive it.
      const carried = client?.query('select pg_notify($1, $2)', [channel, JSON.stringify(event)]);
      await (carried ?? Promise.reject(new Error('not connected'))).catch(() => local.deliver(event));
    },
    async close() {
      await local.close();
      await client?.end();
    },
  };
}
