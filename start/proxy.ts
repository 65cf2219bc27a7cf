import { assembleProxy } from '../proxy/assemble.ts';
import type { Config, HighLevelConfig } from '../proxy/config.ts';
import { openKeeping } from '../proxy/keeping.ts';
import { type Listener, listen } from '../proxy/listen.ts';
import { createLogger } from '../proxy/log.ts';
import { createUpstreamFetch } from '../proxy/upstream.ts';

/** Starts the proxy for real locations. */
export async function startProxy(config: Config, highlevel: HighLevelConfig): Promise<Listener> {
  const keeping = await openKeeping(config.databaseUrl, config.secretKey);
  const proxy = assembleProxy(config, highlevel, {
    keeping,
    logger: createLogger('info'),
    fetch: createUpstreamFetch(),
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
