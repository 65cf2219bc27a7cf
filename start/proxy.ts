import { createProxy } from '../proxy/app.ts';
import type { Config, HighLevelConfig } from '../proxy/config.ts';
import { createKeptConnections, createPinnedConnections } from '../proxy/connections.ts';
import { createCredentials } from '../proxy/credentials/credentials.ts';
import { createCredentialRows } from '../proxy/credentials/rows.ts';
import { createVouching } from '../proxy/grist/vouch.ts';
import { type Keeping, openKeeping } from '../proxy/keeping.ts';
import { type Listener, listen } from '../proxy/listen.ts';
import { createLogger } from '../proxy/log.ts';
import { createAuthorizations } from '../proxy/oauth/authorizations.ts';
import { createConnecting } from '../proxy/oauth/connect.ts';
import { createTokenEndpoint } from '../proxy/oauth/token-endpoint.ts';
import { createSignedSessions } from '../proxy/signed-sessions.ts';
import { createUpstreamFetch } from '../proxy/upstream.ts';

/** Which location a document reaches: the operator's, or the one that its owner signed in to. */
function connect(config: Config, { apiUrl, authorizeUrl, pinned, oauth }: HighLevelConfig, { store, vault }: Keeping) {
  if (pinned) {
    const { token, locationId, docIds } = pinned;
    const connection = { locationId, locationName: locationId, token: async () => token };
    return { connections: createPinnedConnections(connection, docIds) };
  }
  if (!oauth || !config.publicUrl) throw new TypeError('The configuration was not checked');
  const fetch = createUpstreamFetch();
  const endpoint = createTokenEndpoint({ apiUrl, ...oauth, fetch });
  const credentials = createCredentials({ rows: createCredentialRows(store, vault), endpoint });
  const connections = createKeptConnections(store, credentials);
  const connecting = createConnecting({
    authorizations: createAuthorizations(store, vault),
    connections,
    credentials,
    endpoint,
    apiUrl,
    authorizeUrl,
    clientId: oauth.clientId,
    redirectUri: `${config.publicUrl}/oauth/callback`,
    fetch,
  });
  return { connections, connecting };
}

/** Starts the proxy for real locations. */
export async function startProxy(config: Config, highlevel: HighLevelConfig): Promise<Listener> {
  const keeping = await openKeeping(config.databaseUrl, config.secretKey);
  const { connections, connecting } = connect(config, highlevel, keeping);
  const proxy = createProxy({
    sessions: createSignedSessions({
      vouch: createVouching({ grists: config.grists }),
      connections,
      keys: keeping.keys,
    }),
    ledger: keeping.ledger,
    ...(connecting && { connecting }),
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    highlevelUrl: highlevel.apiUrl,
    frameAncestors: config.grists.map(({ origin }) => origin),
    logger: createLogger('info'),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  });
  const listener = await listen(proxy.fetch, config);
  return {
    ...listener,
    async close() {
      await listener.close();
      await keeping.close();
    },
  };
}
