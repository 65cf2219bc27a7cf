import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { HighLevelError } from '../highlevel/errors.ts';
import type { ProxyEnv } from './env.ts';

/**
 * Headers for the widget's page: it loads what we serve, talks to us, and stands in frames of Grist alone.
 * Grist's plugin API puts its theme into the page as a `<style>`, hence the inline styles.
 */
export const securityHeaders = (gristOrigins: readonly string[], https: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: gristOrigins.length > 0 ? [...gristOrigins] : ["'none'"],
    },
    // It knows no list of origins; frame-ancestors does.
    xFrameOptions: false,
    strictTransportSecurity: strictTransport(https),
  });

const strictTransport = (https: boolean) => https && 'max-age=15552000';

/** Headers for the window in which HighLevel's sign-in ends: it must keep its opener, the widget, to hand it the claim. */
export const windowHeaders = (https: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'unsafe-inline'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: 'unsafe-none',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: strictTransport(https),
  });

/** Names each request, for its line of the log and for its answer. A name that the caller chose could be another's. */
export const nameRequest: MiddlewareHandler<ProxyEnv> = (c, next) => {
  const id = randomUUID();
  c.set('requestId', id);
  c.header('x-request-id', id);
  return next();
};

const methodOverrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** Refuses requests that mean something else than they seem to, before anything reads them. */
export const refuseTricks: MiddlewareHandler<ProxyEnv> = (c, next) => {
  // Dots, escapes, absolute addresses and backslashes were already resolved on the way here; the raw target shows that they were.
  const raw = c.env?.incoming?.url;
  if (raw !== undefined && raw.split('?', 1)[0] !== c.req.path) {
    throw new HighLevelError('rejected', 'The path is not in its plain form.', { status: 400 });
  }
  if (methodOverrides.some((name) => c.req.header(name) !== undefined) || c.req.query('_method') !== undefined) {
    throw new HighLevelError('rejected', 'A request cannot override its method.', { status: 400 });
  }
  return next();
};

/**
 * Refuses bodies of more than `maxSize` bytes. A body that says its size is not touched here: one that is begun and left, as by a
 * refusal further on, holds up the connection's next request, which is another person's where a reverse proxy shares connections.
 */
export function refuseLargeBodies(maxSize: number): MiddlewareHandler<ProxyEnv> {
  const refuse = () => {
    throw new HighLevelError('rejected', `The body is larger than ${maxSize / 1024 / 1024} MB.`, { status: 413 });
  };
  const limit = bodyLimit({
    maxSize,
    onError(c) {
      c.header('connection', 'close');
      return refuse();
    },
  });
  return function refuseLargeBodies(c, next) {
    // Nothing reads the body of a GET, and looking for one takes its time.
    if (c.req.method === 'GET') return next();
    const size = c.req.header('content-length');
    // Node refuses requests that name a size and are chunked.
    if (size === undefined) return limit(c, next);
    return Number(size) > maxSize ? refuse() : next();
  };
}

/** Refuses requests of pages that we did not serve. The widget and its API share an origin, so no CORS is needed. */
export function refuseOtherOrigins(publicUrl: string | undefined): MiddlewareHandler<ProxyEnv> {
  const publicHost = publicUrl && new URL(publicUrl).host;
  return function refuseOtherOrigins(c, next) {
    const origin = c.req.header('origin');
    if (origin === undefined) return next();
    const own = publicHost || (c.req.header('host') ?? new URL(c.req.url).host);
    // The scheme is left out: behind a proxy that ends TLS only the public URL knows it.
    if (origin !== `http://${own}` && origin !== `https://${own}`) {
      throw new HighLevelError('forbidden', 'The API answers the widget served here, and no other page.');
    }
    return next();
  };
}

/** Keeps answers that are one person's, or of one moment, out of every cache. */
export const noStore: MiddlewareHandler = async function noStore(c, next) {
  await next();
  c.header('cache-control', 'no-store');
};
