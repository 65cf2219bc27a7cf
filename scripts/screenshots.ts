import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Demo, startDemo } from '../demo/start.ts';
import { root } from '../proxy/package-root.ts';
import { shootGallery, shootPictures } from '../test/gallery/shoot.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { openGristPage } from '../test/helpers/grist.ts';

/**
 * Takes screenshots of the demo for `docs/images`, and of every screen in each width and theme for a folder outside the
 * repository: `npm run screenshots -- [folder] [screen ...]`. Named screens limit it to those.
 */
const [gallery = join(root, 'dist/screenshots'), ...screens] = process.argv.slice(2);

const themes = ['light', 'dark'] as const;
/** The smallest common laptop. */
const laptop = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 };

const folder = join(root, 'docs/images');
await mkdir(folder, { recursive: true });
// The browser's date fields use the locale of the screenshots.
process.env.LANGUAGE = 'en_GB';
const browser = await launchBrowser();

async function open(demo: Demo, colorScheme: (typeof themes)[number]) {
  const context = await browser.newContext({ ...laptop, colorScheme, reducedMotion: 'reduce' });
  const { page, panel, whenEngineReady } = await openGristPage(await context.newPage(), demo.url);
  await whenEngineReady();
  await panel.getByText('Up to date').waitFor();
  return page;
}

async function shootDemo(): Promise<void> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  for (const theme of themes) {
    const page = await open(demo, theme);
    await page.screenshot({ path: join(folder, `page-${theme}.png`) });
    await page.context().close();
  }
  await demo.close();
}

try {
  if (screens.length === 0) {
    await shootDemo();
    await shootPictures(browser, folder);
  }
  await shootGallery(browser, gallery, screens);
  console.log(gallery);
} finally {
  await browser.close();
}
