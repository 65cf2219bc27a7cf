import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { HighLevelError } from '../highlevel/errors.ts';
import type { ClientAddress } from './client-address.ts';
import type { ProxyEnv } from './env.ts';
import type { Openings } from './openings.ts';
import type { Connection, Sessions } from './sessions.ts';

const Introduction = v.object({
  origin: v.pipe(v.string(), v.maxLength(300)),
  docId: v.pipe(v.string(), v.maxLength(300)),
  token: v.pipe(v.string(), v.maxLength(10_000)),
});

/** What the widget may know of its connection: all but the token. */
export const describeConnection = (connection: Connection | null) => {
  if (!connection) return null;
  const { token: _token, ...rest } = connection;
  return rest;
};

/** Answers `POST /api/session`: Grist's word for a person against a session of ours. */
export const openSession =
  (open: Openings, addressOf: ClientAddress, connectable: boolean) =>
  async (c: Context<ProxyEnv>): Promise<Response> => {
    const body = v.safeParse(Introduction, await c.req.json().catch(() => undefined));
    if (!body.success) {
      throw new HighLevelError('rejected', 'A session needs {"origin", "docId", "token"}, all text.', { status: 400 });
    }
    const { session, role, expiresAt, connection } = await open(body.output, addressOf(c));
    return c.json({
      session,
      role,
      expiresAt,
      connection: describeConnection(connection),
      canConnect: connectable && role === 'owner',
    });
  };

/** Finds the session that the caller shows, or refuses. */
export function requireSession(sessions: Sessions): MiddlewareHandler<ProxyEnv> {
  return async function requireSession(c, next) {
    c.set('session', await sessions.find(/^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]));
    await next();
  };
}
