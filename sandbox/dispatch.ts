import { Hono } from 'hono';
import { authenticate } from './authenticate.ts';
import type { Context } from './context.ts';
import { Refusal, unauthorized, unknownRoute } from './errors.ts';
import type { Route } from './route.ts';

/** Routes requests to their handlers; every response body, also of a refusal, carries a trace id. */
export function createDispatch(context: Context, routes: readonly Route[]): Hono {
  const app = new Hono({ strict: false });
  for (const route of routes) {
    app.on(route.method, route.path, async ({ req }) => {
      const budget = new Headers();
      try {
        const call = await authenticate(context, route, req.raw, req.param(), budget);
        return respond(context, route.status ?? 200, route.handle(call), budget);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return refuse(context, error, budget);
      }
    });
  }
  app.notFound(({ req }) => {
    // HighLevel responds to a path in the wrong case with 401 (reported by rocketride), as to an expired token.
    const isMiscased = !matchesRoute(routes, req.path, '') && matchesRoute(routes, req.path, 'i');
    return refuse(context, isMiscased ? unauthorized('Unauthorized') : unknownRoute(req.method, req.path));
  });
  return app;
}

const matchesRoute = (routes: readonly Route[], path: string, flags: '' | 'i') =>
  routes.some((route) => new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}/?$`, flags).test(path));

/** A response with HighLevel's headers and a trace id. */
export function respond(context: Context, status: number, body: object, headers = new Headers()): Response {
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.set('date', new Date(context.now()).toUTCString());
  return new Response(JSON.stringify({ ...body, traceId: context.traceId() }), { status, headers });
}

export function refuse(context: Context, refusal: Refusal, headers = new Headers()): Response {
  for (const [name, value] of Object.entries(refusal.headers)) headers.set(name, value);
  return respond(context, refusal.status, refusal.body, headers);
}
