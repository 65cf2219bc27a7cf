import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/**
 * Creates a minimal widget: linked like ours, with the same plugin API script, it writes one line when a
 * row is selected. Its time is Grist's own and the lower bound of any widget.
 */
export function createFloorWidget(widgetFolder: string): Hono {
  const [script] = readdirSync(join(widgetFolder, 'assets')).filter((name) => /^grist-plugin-api.*\.js$/.test(name));
  const app = new Hono();
  app.get('/', (c) =>
    c.html(`<!doctype html>
      <script src="/assets/${script}"></script>
      <main><h1></h1></main>
      <script>
        grist.onRecord((record) => { document.querySelector('h1').textContent = record.Name; });
        grist.ready({ requiredAccess: 'full' });
      </script>`),
  );
  app.use('/assets/*', serveStatic({ root: widgetFolder, precompressed: true }));
  return app;
}
