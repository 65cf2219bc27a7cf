import preact from '@preact/preset-vite';
import { createServer } from 'vite';
import { root } from '../../proxy/package-root.ts';

export interface Gallery {
  /** The page of a state, in a theme. */
  at(state: string, theme: Theme, more?: Record<string, string>): string;
  close(): Promise<void>;
}

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Serves the gallery from its sources, on a port of its own. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [preact()],
    server: { host: '127.0.0.1', port: 0, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  return {
    at: (state, theme, more = {}) =>
      `${address}test/gallery/index.html?${new URLSearchParams({ state, theme, ...more })}`,
    close: () => server.close(),
  };
}
