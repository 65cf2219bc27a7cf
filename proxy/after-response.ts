import type { Context } from 'hono';
import type { ProxyEnv } from './env.ts';

/** Does work that nobody's answer should wait for: once that is on its way. In process there is no way, and it is done at once. */
export function afterResponse(c: Context<ProxyEnv>, work: () => void): void {
  if (c.env?.outgoing) setImmediate(work);
  else work();
}
