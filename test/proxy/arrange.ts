import { createGristServer } from '../../demo/grist-server.ts';
import { createProxy, type ProxyOptions } from '../../proxy/app.ts';
import type { Role } from '../../proxy/grist/ask.ts';
import { createAuthentication } from '../../proxy/grist/authenticate.ts';
import { createLogger } from '../../proxy/log.ts';
import type { Connection, Sessions } from '../../proxy/sessions.ts';
import { createSignedSessions } from '../../proxy/signed-sessions.ts';
import { openStorage, type Storage } from '../../proxy/storage.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';

export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

export const origin = 'https://grist.example.org';
export const docId = 'xzorDHpEQ7G97fDE5b2WYU';
export const people = { owner: 5, editor: 6, viewer: 7 };

/** A Grist with one document, the sessions that it vouches for, and a clock to turn. */
export async function arrangeSessions(connection: Connection | null, storage?: Storage) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const access = { [people.owner]: 'owners', [people.editor]: 'editors', [people.viewer]: 'viewers' } as const;
  const grist = createGristServer({ find: (id) => (id === docId ? { docId, access } : undefined), now });
  const state = { isDown: false };
  const sessions = createSignedSessions({
    authentication: createAuthentication({
      grists: [{ origin, internalUrl: 'http://grist.test' }],
      async fetch(input, init) {
        if (state.isDown) throw new TypeError('fetch failed');
        return grist.fetch(new Request(input, init));
      },
      now,
    }),
    connections: { find: async () => connection },
    keys: (storage ?? (await openStorage('file::memory:'))).keys,
    now,
  });
  const introduce = async (person: keyof typeof people = 'owner') => ({
    origin,
    docId,
    token: await grist.token(docId, people[person]),
  });
  const later = (seconds: number) => {
    ahead += seconds * 1000;
  };
  return { sessions, introduce, later, grist: state };
}

/** Sessions of one person who is always let in. */
export function openSessions(role: Role, connection: Connection | null): Sessions {
  const person = { origin, docId, userId: people[role], role };
  const session = { session: 's', role, person, expiresAt: Date.now() + 600_000, connection };
  return { screen: () => person, open: async () => session, find: async () => session };
}

/** A proxy before a sandbox, what it sends there, what it logs, and a caller who holds a session. */
export async function arrange(options: Partial<ProxyOptions> = {}, person: keyof typeof people = 'owner') {
  const sandbox = createSandbox({ contacts: 5 });
  const { locationId, token } = sandbox.info;
  const sent: Sent[] = [];
  const log: string[] = [];
  const reach = options.fetch ?? sandboxFetch(sandbox);

  const storage = await openStorage('file::memory:');
  const connection = { locationId, locationName: 'Sandbox', token: async () => token };
  const { sessions, introduce, later, grist } = await arrangeSessions(connection, storage);
  const proxy = createProxy({
    sessions,
    ledger: storage.ledger,
    state: storage.state,
    highlevelUrl: 'http://highlevel.test',
    gristOrigins: ['https://grist.example.org'],
    logger: createLogger('info', { write: (line) => void log.push(line) }),
    ...options,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        body: await request.clone().text(),
      });
      return reach(input, init);
    },
  });

  const opened = await proxy.request('http://127.0.0.1/api/session', {
    method: 'POST',
    body: JSON.stringify(await introduce(person)),
  });
  const { session } = (await opened.json()) as { session: string };

  const call = (method: string, path: string, { body, headers }: CallOptions = {}) =>
    proxy.request(`http://127.0.0.1/api/highlevel${path}`, {
      method,
      headers: { authorization: `Bearer ${session}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const contactId = sandbox.info.contactIds[0] as string;
  return { introduce, later, grist, sandbox, proxy, sent, log, session, call, contactId, locationId };
}

/** The `error` of an answer. */
export async function errorOf(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const { error } = (await (await answer).json()) as { error: Record<string, unknown> };
  return error;
}
