import { isIPv4 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { HighLevelError } from '../highlevel/errors.ts';
import type { ProxyEnv } from './env.ts';
import type { Sessions } from './sessions.ts';

const Introduction = v.object({
  origin: v.pipe(v.string(), v.maxLength(300)),
  docId: v.pipe(v.string(), v.maxLength(300)),
  token: v.pipe(v.string(), v.maxLength(10_000)),
});

const isLoopback = (host: string): boolean =>
  host === '::1' || host === '[::1]' || host === 'localhost' || (isIPv4(host) && host.startsWith('127.'));

/**
 * Does the caller run on this machine, and believe so? A page elsewhere can point a name of its own at 127.0.0.1, so the
 * name that was asked must be this machine's too. A call in process has no address.
 */
const isLocal = (c: Context<ProxyEnv>): boolean => {
  const address = c.env?.incoming?.socket.remoteAddress?.replace('::ffff:', '');
  return isLoopback(new URL(c.req.url).hostname) && (address === undefined || isLoopback(address));
};

/** Answers `POST /api/session`: Grist's word for a person against a session of ours. */
export const openSession =
  (sessions: Sessions) =>
  async (c: Context<ProxyEnv>): Promise<Response> => {
    const body = v.safeParse(Introduction, await c.req.json().catch(() => undefined));
    if (!body.success) {
      throw new HighLevelError('rejected', 'A session needs {"origin", "docId", "token"}, all text.', { status: 400 });
    }
    const { session, role, expiresAt, connection } = await sessions.open(body.output, { local: isLocal(c) });
    const { locationId, locationName } = connection ?? {};
    c.header('cache-control', 'no-store');
    return c.json({ session, role, expiresAt, connection: connection && { locationId, locationName } });
  };

/** Finds the session that the caller shows, or refuses. */
export function requireSession(sessions: Sessions): MiddlewareHandler<ProxyEnv> {
  return async function requireSession(c, next) {
    c.set('session', await sessions.find(/^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]));
    await next();
  };
}
