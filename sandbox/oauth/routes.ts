import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { Refusal } from '../errors.ts';
import { handleAuthorize } from './authorize.ts';
import { handleReconnect } from './reconnect.ts';
import { handleToken } from './token.ts';

type Handler = (context: Context, request: Request) => Promise<Response>;

/** The routes without an access token: consent, code and refresh. */
export function addOAuthRoutes(dispatch: Hono, context: Context): void {
  const add = (methods: string[], paths: string[], answer: Handler) =>
    dispatch.on(methods, paths, async ({ req }) => {
      try {
        return await answer(context, req.raw);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return refuse(context, error);
      }
    });
  // HighLevel's docs name the page under /v2; its own SDK still uses the old address.
  add(['GET', 'POST'], ['/oauth/chooselocation', '/v2/oauth/chooselocation'], handleAuthorize);
  add(['POST'], ['/oauth/token'], handleToken);
  add(['POST'], ['/oauth/reconnect'], handleReconnect);
}
