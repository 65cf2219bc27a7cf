import type { Logger } from 'pino';
import { createProxy } from '../proxy/app.ts';
import { assembleProxy } from '../proxy/assemble.ts';
import { readConfig } from '../proxy/config.ts';
import { createAuthentication } from '../proxy/grist/authenticate.ts';
import { createSignedSessions } from '../proxy/signed-sessions.ts';
import type { Storage } from '../proxy/storage.ts';
import type { Sandbox } from '../sandbox/app.ts';

interface DemoProxyOptions {
  gristUrl: string;
  highlevelUrl: string;
  storage: Storage;
  logger: Logger;
  /** The current HighLevel. */
  sandbox: () => Sandbox;
}

/** The demo's proxy, already connected to the sandbox. */
export function createConnectedProxy({ gristUrl, highlevelUrl, storage, logger, sandbox }: DemoProxyOptions) {
  const { locationId } = sandbox().info;
  const connection = { locationId, locationName: 'Demo', token: async () => sandbox().info.token };
  return createProxy({
    sessions: createSignedSessions({
      authentication: createAuthentication({ grists: [{ origin: gristUrl, internalUrl: gristUrl }] }),
      connections: { find: async () => connection },
      keys: storage.keys,
    }),
    ledger: storage.ledger,
    state: storage.state,
    bus: storage.bus,
    highlevelUrl,
    gristOrigins: [gristUrl],
    logger,
  });
}

/** The demo's proxy before it is connected: an owner signs in at the sandbox. */
export function createUnconnectedProxy(options: DemoProxyOptions, publicUrl: string) {
  const { clientId, clientSecret } = options.sandbox().info;
  const { highlevel, ...config } = readConfig({
    PUBLIC_URL: publicUrl,
    GRIST_URL: options.gristUrl,
    HIGHLEVEL_CLIENT_ID: clientId,
    HIGHLEVEL_CLIENT_SECRET: clientSecret,
    HIGHLEVEL_API_URL: options.highlevelUrl,
    HIGHLEVEL_AUTHORIZE_URL: `${options.highlevelUrl}/v2/oauth/chooselocation`,
  });
  if (!highlevel) throw new TypeError('The configuration was not read');
  const { storage, logger } = options;
  return assembleProxy({ ...config, highlevel }, highlevel, { storage, logger, fetch: globalThis.fetch });
}
