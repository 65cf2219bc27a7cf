import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const FOREVER = 'public, max-age=31536000, immutable';

export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/**
 * Serves the built widget, compressed as the build left it. Files under `assets/` carry a hash of their content in their
 * names, so browsers keep them for ever; the page itself is asked for each time, and answered with 304 while it is the same.
 */
export function createWidgetFiles(folder: string): Hono {
  const app = new Hono();
  if (!isBuilt(folder)) {
    app.get('/', (c) => c.text('The widget is not built yet. Run `npm run build`, then start again.', 503));
    return app;
  }
  app.use(async (c, next) => {
    await next();
    if (c.res.status === 404) return;
    c.header('cache-control', c.req.path.startsWith('/assets/') ? FOREVER : 'no-cache');
    // Also without compression: a shared cache must not hand the one for the other.
    c.header('vary', 'accept-encoding');
  });
  app.use(etag());
  app.use(serveStatic({ root: folder, precompressed: true }));
  return app;
}
