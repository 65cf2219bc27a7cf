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

/** Answers `POST /api/session`: Grist's word for a person against a session of ours. */
export const openSession =
  (sessions: Sessions) =>
  async (c: Context<ProxyEnv>): Promise<Response> => {
    const body = v.safeParse(Introduction, await c.req.json().catch(() => undefined));
    if (!body.success) {
      throw new HighLevelError('rejected', 'A session needs {"origin", "docId", "token"}, all text.', { status: 400 });
    }
    const { session, role, expiresAt, connection } = await sessions.open(body.output);
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
