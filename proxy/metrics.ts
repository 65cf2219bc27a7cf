import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { HighLevelError } from '../highlevel/errors.ts';
import { afterResponse } from './after-response.ts';
import type { ClientAddress } from './client-address.ts';
import type { ProxyEnv } from './env.ts';
import { createLimit } from './throttle.ts';

/** Counts and times requests by pattern and status: no id, no person and no location is a label. */
export function createMetrics(token: string, addressOf: ClientAddress) {
  const guesses = createLimit('metrics');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'panel_request_seconds',
    help: 'Time from a request to its answer, HighLevel included.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [registry],
  });

  const measure: MiddlewareHandler<ProxyEnv> = async function measure(c, next) {
    const start = performance.now();
    await next();
    const took = (performance.now() - start) / 1000;
    const labels = { method: c.req.method, route: c.get('route') ?? routePath(c), status: String(c.res.status) };
    afterResponse(c, () => seconds.observe(labels, took));
  };

  /** Answers requests that carry `METRICS_TOKEN`, as Prometheus does; all others get 404. */
  const show: MiddlewareHandler<ProxyEnv> = async function show(c) {
    const shown = Buffer.from(c.req.header('authorization')?.replace(/^Bearer /, '') ?? '');
    const expected = Buffer.from(token);
    const right = shown.length === expected.length && timingSafeEqual(shown, expected);
    if (!right) {
      await guesses.take(addressOf(c));
      throw new HighLevelError('not-found', 'There is nothing here.');
    }
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  };
  return { measure, show };
}
