import { createProxy } from '../proxy/app.ts';
import { closedSessions } from '../proxy/closed-sessions.ts';
import type { Config, HighLevelConfig } from '../proxy/config.ts';
import { type Listener, listen } from '../proxy/listen.ts';
import { createLogger } from '../proxy/log.ts';

/** Starts the proxy for real locations. */
export function startProxy(config: Config, { apiUrl }: HighLevelConfig): Promise<Listener> {
  const proxy = createProxy({
    sessions: closedSessions,
    highlevelUrl: apiUrl,
    frameAncestors: config.gristOrigins,
    logger: createLogger('info'),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  });
  return listen(proxy.fetch, config);
}
