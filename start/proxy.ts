import { assembleProxy } from '../proxy/assemble.ts';
import { checkPinned } from '../proxy/check-pinned.ts';
import type { Config, HighLevelConfig } from '../proxy/config.ts';
import { openKeeping } from '../proxy/keeping.ts';
import { type Listener, listen } from '../proxy/listen.ts';
import { createLogger } from '../proxy/log.ts';
import { createUpstreamFetch } from '../proxy/upstream.ts';

/** Starts the proxy for real locations. */
export async function startProxy(config: Config, highlevel: HighLevelConfig): Promise<Listener> {
  const keeping = await openKeeping(config.databaseUrl, config.secretKey);
  const logger = createLogger('info');
  const fetch = createUpstreamFetch();
  const pinnedName = highlevel.pinned && (await checkPinned(highlevel.apiUrl, highlevel.pinned, fetch));
  if (highlevel.pinned && pinnedName === null) logger.warn('HighLevel cannot be reached just now');
  const proxy = assembleProxy(config, highlevel, { keeping, logger, fetch, pinnedName });
  const listener = await listen(proxy.fetch, config);
  return {
    ...listener,
    async close() {
      await listener.close();
      await keeping.close();
    },
  };
}
