import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';
import { launchBrowser } from '../helpers/browser.ts';
import { states } from './states.ts';

/**
 * Takes a picture of every state: `npx tsx test/gallery/shoot.ts [folder] [state ...]`. The contact in all widths and
 * themes, the other states in 320 px, light and dark.
 */
const [folder = join(tmpdir(), 'panel-gallery'), ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  plugins: [preact()],
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await launchBrowser();
const page = await browser.newPage();

for (const state of wanted.length > 0 ? wanted : Object.keys(states)) {
  const whole = ['contact', 'calm', 'fields'].includes(state);
  for (const theme of whole ? ['light', 'dark', 'contrast'] : ['light', 'dark']) {
    for (const width of whole ? [280, 360, 720, 1100] : [320]) {
      await page.setViewportSize({ width, height: whole ? 1000 : 520 });
      await page.goto(`${address}test/gallery/index.html?state=${state}&theme=${theme}`);
      await page.locator('.panel :is(h1, h2, .sk)').first().waitFor();
      if (whole) {
        const height = await page.evaluate(() => document.body.scrollHeight);
        await page.setViewportSize({ width, height: Math.max(height, 700) });
      }
      await page.screenshot({ path: join(folder, `${state}-${theme}-${width}.png`) });
    }
  }
}

await browser.close();
await server.close();
console.log(folder);
