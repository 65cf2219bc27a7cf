import preact from '@preact/preset-vite';
import { getMimeType } from 'hono/utils/mime';
import { build, type Rolldown } from 'vite';
import { root } from '../../proxy/package-root.ts';
import { listen } from '../../proxy/server.ts';

export interface Gallery {
  /** The page of a state, in a theme. */
  at(state: string, theme: Theme, more?: Record<string, string>): string;
  close(): Promise<void>;
}

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const pagePath = 'test/gallery/index.html';
let built: Promise<Map<string, string | Uint8Array>> | undefined;

/** Serves the gallery on a port of its own. It is built once for all who look at it: from its sources each page is hundreds of files. */
export async function serveGallery(): Promise<Gallery> {
  built ??= buildGallery();
  const files = await built;
  const server = await listen(
    (request) => {
      const path = new URL(request.url).pathname.slice(1);
      const body = files.get(path);
      if (body === undefined) return new Response(null, { status: 404 });
      return new Response(body as BodyInit, { headers: { 'content-type': getMimeType(path) ?? 'text/plain' } });
    },
    { port: 0, host: '127.0.0.1' },
  );
  return {
    at: (state, theme, more = {}) => `${server.url}/${pagePath}?${new URLSearchParams({ state, theme, ...more })}`,
    close: () => server.close(),
  };
}

/** The files of the gallery by their paths. */
async function buildGallery() {
  const { output } = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [preact()],
    // All in one file: no part is fetched later than another, so a screen is whole after some frames.
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: { input: pagePath, output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
