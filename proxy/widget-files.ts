import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { root } from './package-root.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** Where the package has its built widget. */
export const builtWidget = join(root, 'dist/widget');

export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/** The page, with the Grists whose messages the panel takes (`widget/section/message-guard.ts`). */
function readPage(folder: string, gristOrigins: readonly string[]): string {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = `<meta name="grist-origins" content="${gristOrigins.join(' ')}" />`;
  return page.replace('<head>', `<head>\n    ${named}`);
}

/**
 * Serves the built widget, compressed as the build left it. Files under `assets/` carry a hash of their content in their
 * names, so browsers keep them for ever; the page itself is requested each time, and answered with 304 while it is the same.
 */
export function createWidgetFiles(folder: string, gristOrigins: readonly string[]): Hono {
  const app = new Hono();
  if (!isBuilt(folder)) {
    app.get('/', (c) => c.text('The widget is not built yet. Run `npm run build`, then start again.', 503));
    return app;
  }
  const page = readPage(folder, gristOrigins);
  app.use(async (c, next) => {
    await next();
    if (c.res.status === 404) return;
    c.header('cache-control', c.req.path.startsWith('/assets/') ? FOREVER : 'no-cache');
    // Also without compression: a shared cache must not hand the one for the other.
    c.header('vary', 'accept-encoding');
  });
  app.use(etag());
  app.get('/', (c) => c.html(page));
  app.get('/index.html', (c) => c.html(page));
  app.use(serveStatic({ root: folder, precompressed: true }));
  return app;
}
