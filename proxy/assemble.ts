import type { Hono } from 'hono';
import { createProxy, type ProxyOptions } from './app.ts';
import { boundFetch } from './bounded-fetch.ts';
import type { Config, HighLevelConfig } from './config.ts';
import { cacheConnections } from './connection-cache.ts';
import { createOauthConnections, createPinnedConnections } from './connections.ts';
import { createCredentials } from './credentials/credentials.ts';
import { createCredentialRows } from './credentials/rows.ts';
import type { ProxyEnv } from './env.ts';
import { createAuthentication } from './grist/authenticate.ts';
import { createNames } from './grist/names.ts';
import { createAuthorizations } from './oauth/authorizations.ts';
import { createConnecting } from './oauth/connect.ts';
import { createTokenEndpoint } from './oauth/token-endpoint.ts';
import { createPending, type Pending } from './pending.ts';
import { createTurnFetch } from './rate-limit/in-turn.ts';
import { createPacer, type Pacer } from './rate-limit/limiter.ts';
import { createSignedSessions } from './signed-sessions.ts';
import type { Storage } from './storage.ts';
import type { Transport } from './transport.ts';

/** Bytes of an answer of Grist: the longest lists everybody whom a document is shared with. */
const LARGEST_OF_GRIST = 4 * 1024 * 1024;
/** Bytes of tokens, or of a page of an agency's locations. */
const LARGEST_OF_TOKENS = 1024 * 1024;

interface Parts {
  storage: Storage;
  logger: ProxyOptions['logger'];
  /** For requests to HighLevel for tokens and names. */
  fetch: typeof fetch;
  /** For people's calls to HighLevel. @default `fetch` */
  transport?: Transport;
  /** How Grist is reached. @default the platform's own */
  gristFetch?: typeof fetch;
  now?: () => number;
  /** Where the built widget lies. */
  widgetFolder?: string;
  /** What a stop waits for. @default nothing does */
  pending?: Pending;
  /** What waits for HighLevel's window; all calls of a process share it. @default one of its own */
  pacer?: Pacer;
  /** The name of the pinned location, if HighLevel has answered with it. */
  pinnedName?: string | null;
}

/** Which location a document reaches: the operator's, or the one that its owner signed in to. */
function connect(config: Config, highlevel: HighLevelConfig, parts: Parts, pacer: Pacer) {
  const { storage, now, pinnedName, pending = createPending() } = parts;
  const fetch = boundFetch(parts.fetch, LARGEST_OF_TOKENS);
  const { store, vault, bus } = storage;
  const { apiUrl, authorizeUrl, pinned, oauth } = highlevel;
  if (pinned) {
    const { token, locationId } = pinned;
    const connection = { locationId, locationName: pinnedName ?? locationId, token: async () => token };
    return { connections: createPinnedConnections(connection) };
  }
  if (!oauth || !config.publicUrl) throw new TypeError('The configuration was not checked');
  const endpoint = createTokenEndpoint({ ...oauth, apiUrl, fetch, now });
  const credentials = createCredentials({ rows: createCredentialRows(store, vault, now), endpoint, pending, now });
  const connections = cacheConnections(createOauthConnections(store, credentials, now), bus, now);
  const connecting = createConnecting({
    authorizations: createAuthorizations(store, vault, now),
    connections,
    credentials,
    endpoint,
    pending,
    apiUrl,
    authorizeUrl,
    clientId: oauth.clientId,
    agencies: oauth.agencies,
    redirectUri: `${config.publicUrl}/oauth/callback`,
    fetch: createTurnFetch(pacer, fetch),
    publish: (document) => bus.publish({ document, kind: 'connection' }),
  });
  return { connections, connecting };
}

/** Puts the proxy together as it is configured. */
export function assembleProxy(config: Config, highlevel: HighLevelConfig, parts: Parts): Hono<ProxyEnv> {
  const { storage, logger, fetch, transport = fetch, now, widgetFolder } = parts;
  const gristFetch = boundFetch(parts.gristFetch ?? globalThis.fetch, LARGEST_OF_GRIST);
  const { pacer = createPacer({ join: storage.membership?.join }) } = parts;
  const { connections, connecting } = connect(config, highlevel, parts, pacer);
  const authentication = createAuthentication({ grists: config.grists, fetch: gristFetch, now });
  return createProxy({
    sessions: createSignedSessions({
      authentication,
      connections,
      keys: storage.keys,
      documents: config.documents,
      now,
    }),
    ledger: storage.ledger,
    ...(storage.turns && { turns: storage.turns }),
    state: storage.state,
    bus: storage.bus,
    highlevelUrl: highlevel.apiUrl,
    namesOf: createNames({ grists: config.grists, keys: config.gristKeys, fetch: gristFetch, now }),
    trustedProxies: config.trustedProxies,
    gristOrigins: config.grists.map(({ origin }) => origin),
    logger,
    fetch: transport,
    pacer,
    ...(widgetFolder !== undefined && { widgetFolder }),
    ...(connecting && { connecting }),
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  });
}
