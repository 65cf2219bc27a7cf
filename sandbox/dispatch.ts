import { Hono } from 'hono';
import { admit } from './authenticate.ts';
import type { Machine } from './context.ts';
import { Refusal, unauthorized, unknownRoute } from './errors.ts';
import type { Route } from './route.ts';

/** Finds the route of a request and answers it; each body carries a trace id, refusals too. */
export function createDispatch(machine: Machine, routes: readonly Route[]): Hono {
  const app = new Hono({ strict: false });
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      const budget = new Headers();
      try {
        const call = await admit(machine, route, context.req.raw, context.req.param(), budget);
        return traced(machine, route.status ?? 200, route.answer(call), budget);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return refuse(machine, error, budget);
      }
    });
  }
  app.notFound(({ req }) => {
    // A path in the wrong case is met with 401, as reported by rocketride, and looks like a token that expired.
    const isMiscased = !knows(routes, req.path, '') && knows(routes, req.path, 'i');
    return refuse(machine, isMiscased ? unauthorized('Unauthorized') : unknownRoute(req.method, req.path));
  });
  return app;
}

const knows = (routes: readonly Route[], path: string, flags: '' | 'i') =>
  routes.some((route) => new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}/?$`, flags).test(path));

/** An answer as HighLevel sends it. */
export function traced(machine: Machine, status: number, body: object, headers = new Headers()): Response {
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.set('date', new Date(machine.now()).toUTCString());
  return new Response(JSON.stringify({ ...body, traceId: machine.traceId() }), { status, headers });
}

export function refuse(machine: Machine, refusal: Refusal, headers = new Headers()): Response {
  for (const [name, value] of Object.entries(refusal.headers)) headers.set(name, value);
  return traced(machine, refusal.status, refusal.body, headers);
}
