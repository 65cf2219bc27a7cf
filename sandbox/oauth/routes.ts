import type { Hono } from 'hono';
import type { Machine } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { Refusal } from '../errors.ts';
import { answerAuthorize } from './authorize.ts';
import { answerReconnect } from './reconnect.ts';
import { answerToken } from './token.ts';

type Answer = (machine: Machine, request: Request) => Promise<Response>;

/** The paths that need no access token: consent, code and refresh. */
export function addOAuthRoutes(dispatch: Hono, machine: Machine): void {
  const add = (methods: string[], paths: string[], answer: Answer) =>
    dispatch.on(methods, paths, async (context) => {
      try {
        return await answer(machine, context.req.raw);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return refuse(machine, error);
      }
    });
  // The docs moved the page under /v2; HighLevel's own SDK still sends people to the old address.
  add(['GET', 'POST'], ['/oauth/chooselocation', '/v2/oauth/chooselocation'], answerAuthorize);
  add(['POST'], ['/oauth/token'], answerToken);
  add(['POST'], ['/oauth/reconnect'], answerReconnect);
}
