import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { minify, type Plugin, transformWithOxc } from 'vite';

const source = createRequire(import.meta.url).resolve('grist-static/dist/grist-plugin-api.js');
const guard = 'widget/section/message-guard.ts';

/** The guard of messages, and Grist's script after it: in one file nothing can come between them. */
async function readScript(): Promise<string> {
  const { code } = await transformWithOxc(await readFile(guard, 'utf8'), guard, { sourcemap: false });
  return `${code}\n${await readFile(source, 'utf8')}`;
}

/**
 * Adds Grist's own plugin API script before the widget's code. The npm package `grist-plugin-api` only exports the
 * global `grist`, so the script itself is taken from `grist-static`, minified, and named by its hash so that browsers
 * can cache it indefinitely. We serve it ourselves, because a widget must not run a script from a third party's server. The
 * proxy names the Grists whose messages count in the page; `vite dev` takes them from GRIST_URL.
 */
export function gristPluginApi(): Plugin {
  const { GRIST_URL = 'http://localhost:8484' } = process.env;
  let file = '/grist-plugin-api.js';
  let isServed = false;
  return {
    name: 'grist-plugin-api',
    configureServer(server) {
      isServed = true;
      server.middlewares.use('/grist-plugin-api.js', async (_request, response) => {
        response.setHeader('content-type', 'text/javascript').end(await readScript());
      });
    },
    async buildStart() {
      if (this.environment.mode !== 'build') return;
      const { code } = await minify('grist-plugin-api.js', await readScript(), {
        // Grist distinguishes its errors by class name.
        mangle: { keepNames: { function: true, class: true } },
      });
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      file = `./assets/grist-plugin-api-${hash}.js`;
      this.emitFile({ type: 'asset', fileName: file.slice(2), source: code });
    },
    transformIndexHtml: {
      order: 'post',
      // Deferred scripts run in order, so the global exists before the widget's module runs, and neither blocks the page.
      handler: () => [
        { tag: 'script', attrs: { src: file, defer: true }, injectTo: 'head-prepend' },
        ...(isServed
          ? [{ tag: 'meta', attrs: { name: 'grist-origins', content: GRIST_URL }, injectTo: 'head-prepend' as const }]
          : []),
      ],
    },
  };
}
