import { assembleProxy } from '../proxy/assemble.ts';
import { boundFetch } from '../proxy/bounded-fetch.ts';
import { type Config, ConfigError, type HighLevelConfig } from '../proxy/config.ts';
import { resealCredentials } from '../proxy/credentials/reseal.ts';
import { createLogger } from '../proxy/log.ts';
import { createPending } from '../proxy/pending.ts';
import { createTurnFetch } from '../proxy/rate-limit/in-turn.ts';
import { createPacer } from '../proxy/rate-limit/limiter.ts';
import { type Listener, listen } from '../proxy/server.ts';
import { showExample } from '../proxy/settings.ts';
import { resealState } from '../proxy/state/reseal.ts';
import { openStorage, type Storage } from '../proxy/storage.ts';
import { createTransport } from '../proxy/transport.ts';
import { checkPinned } from '../proxy/verify-token.ts';

/** The message omits the database's address, because it can contain a password. */
function unusable(error: unknown): ConfigError {
  const lowest = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason =
    lowest instanceof Error ? lowest.message || String((lowest as NodeJS.ErrnoException).code) : 'it failed';
  return new ConfigError([
    `DATABASE_URL does not lead to a database that can be used: ${reason}. ${showExample('DATABASE_URL')}`,
  ]);
}

/** Opens the configured database. Throws `ConfigError` where it cannot be used. */
export function openConfigured({ databaseUrl, secretKey, activity }: Config): Promise<Storage> {
  return openStorage(databaseUrl, secretKey, activity).catch((error: unknown) => {
    throw unusable(error);
  });
}

/** Starts the proxy for real locations. */
export async function startProxy(config: Config, highlevel: HighLevelConfig): Promise<Listener> {
  const storage = await openConfigured(config);
  const logger = createLogger('info');
  const lost = await resealCredentials(storage.store, storage.vault);
  if (lost > 0)
    logger.warn({ signIns: lost }, 'SECRET_KEY does not open all that is kept: put the old one back after it');
  const [, ...older] = storage.keys;
  await resealState(
    storage.store,
    storage.vault,
    older.map(({ id }) => id),
  );
  const pacer = createPacer({ join: storage.membership?.join });
  // Other proxies may share the rate limit already, so the first request is queued like any other.
  const pacedFetch = createTurnFetch(pacer, boundFetch(fetch, 1024 * 1024));
  const pinnedName = highlevel.pinned && (await checkPinned(highlevel.apiUrl, highlevel.pinned, pacedFetch));
  if (highlevel.pinned && pinnedName === null) logger.warn('HighLevel cannot be reached just now');
  const pending = createPending();
  const transport = createTransport();
  const proxy = assembleProxy(config, highlevel, { storage, logger, fetch, transport, pacer, pinnedName, pending });
  const listener = await listen(proxy.fetch, config);
  return {
    ...listener,
    async close() {
      // Open event streams would delay the stop.
      await storage.bus.close();
      await listener.close();
      await pending.close();
      await storage.close();
    },
  };
}
