import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { root } from '../proxy/package-root.ts';
import type { GristServer } from './grist-server.ts';
import type { PageSettings } from './page/settings.ts';
import { owner, viewer } from './users.ts';

export interface GristPageOptions {
  /** The initial document, a SQLite file. */
  document(): Uint8Array<ArrayBuffer>;
  /** Restores the initial data; the page then reopens the document. */
  startOver(): Promise<void>;
  /** The widget's manifest, for Grist's gallery. */
  manifestUrl(): string;
  /** The part of Grist's server that authenticates users. */
  gristServer: GristServer;
}

const require = createRequire(import.meta.url);
const { version } = require('grist-static/package.json') as { version: string };
const gristFolder = join(dirname(require.resolve('grist-static/package.json')), 'dist');
/** The path of grist-static's files, including their version. */
export const gristUrl = `/grist-static-${version}/`;
const pageFolder = join(root, 'demo/page');

/**
 * Creates the origin of Grist: grist-static's files, and the page that opens the document with them.
 * `?doc=` opens a separate document, `?view=only` opens it for a viewer.
 */
export function createGristPage(options: GristPageOptions): Hono {
  // Tabs store their edits under the document's id, so a new process with a new id starts from the initial data.
  const docId = randomBytes(11).toString('hex');
  const app = new Hono();

  app.get('/', async (c) => {
    const readOnly = c.req.query('view') === 'only';
    const settings: PageSettings = {
      gristUrl,
      documentUrl: '/document.grist',
      name: 'Customers',
      docId: c.req.query('doc') ?? docId,
      manifestUrl: options.manifestUrl(),
      readOnly,
    };
    const page = await readFile(join(pageFolder, 'index.html'), 'utf8');
    return c.html(page.replace('</script>', `${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>`));
  });

  app.get('/page/:file{[a-z-]+\\.ts}', async (c) => {
    const file = join(pageFolder, c.req.param('file'));
    const { transformWithOxc } = await import('vite');
    const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
    return c.body(code, 200, { 'content-type': 'text/javascript' });
  });
  app.get('/page/page.css', async (c) =>
    c.body(await readFile(join(pageFolder, 'page.css')), 200, { 'content-type': 'text/css' }),
  );

  // Grist gives these tokens to widgets through the page and identifies the user by the session.
  app.get('/access-token', async (c) => {
    const reading = c.req.query('readOnly') === 'true';
    return c.text(await options.gristServer.token(c.req.query('doc') ?? '', reading ? viewer : owner));
  });
  app.all('/api/*', (c) => options.gristServer.fetch(c.req.raw));

  app.get('/document.grist', (c) => c.body(options.document(), 200, { 'content-type': 'application/vnd.sqlite3' }));
  app.post('/start-over', async (c) => {
    await options.startOver();
    return c.body(null, 204);
  });

  app.use(
    `${gristUrl}*`,
    async (c, next) => {
      await next();
      if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
    },
    serveStatic({
      root: gristFolder,
      rewriteRequestPath: (path) => path.slice(gristUrl.length - 1),
    }),
  );
  // Grist requests its page for a widget without an address relative to its own page.
  app.get('/custom-widget.html', (c) => c.redirect(`${gristUrl}custom-widget.html`));
  return app;
}
