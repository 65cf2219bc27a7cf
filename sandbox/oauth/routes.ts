import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { Refusal } from '../errors.ts';
import { answerAuthorize } from './authorize.ts';
import { answerReconnect } from './reconnect.ts';
import { answerToken } from './token.ts';

type Answer = (context: Context, request: Request) => Promise<Response>;

/** The routes without an access token: consent, code and refresh. */
export function addOAuthRoutes(dispatch: Hono, context: Context): void {
  const add = (methods: string[], paths: string[], answer: Answer) =>
    dispatch.on(methods, paths, async ({ req }) => {
      try {
        return await answer(context, req.raw);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return refuse(context, error);
      }
    });
  // HighLevel's docs name the page under /v2; its own SDK still uses the old address.
  add(['GET', 'POST'], ['/oauth/chooselocation', '/v2/oauth/chooselocation'], answerAuthorize);
  add(['POST'], ['/oauth/token'], answerToken);
  add(['POST'], ['/oauth/reconnect'], answerReconnect);
}
