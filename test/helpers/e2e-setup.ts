import { existsSync } from 'node:fs';
import { build } from 'vite';

/** The browser gets the widget as it is shipped; `npm test` has just built it. */
export async function setup(): Promise<void> {
  if (!existsSync('dist/widget/index.html')) await build();
}
