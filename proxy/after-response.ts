import type { Context } from 'hono';
import type { ProxyEnv } from './env.ts';

/** Defers work until the response is sent. A proxy that is called in process has no socket, and works at once. */
export function afterResponse(c: Context<ProxyEnv>, work: () => void): void {
  if (c.env?.outgoing) setImmediate(work);
  else work();
}
