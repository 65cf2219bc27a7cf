import { existsSync } from 'node:fs';
import { build } from 'vite';

/** The browser gets the widget, and `npm start` its server, as they are shipped; `npm test` has just built both. */
export async function setup(): Promise<void> {
  if (!existsSync('dist/widget/index.html')) await build();
  if (!existsSync('dist/server/start.js')) await build({ mode: 'server' });
}
