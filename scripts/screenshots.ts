import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { root } from '../demo/root.ts';
import { type Demo, startDemo } from '../demo/start.ts';
import { shootGallery, shootPictures } from '../test/gallery/shoot.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { openGristPage } from '../test/helpers/grist.ts';

/**
 * Takes the pictures of the demo for `docs/images`, and of every screen, in each width and theme, for a folder that is
 * only looked at: `npm run screenshots -- [folder] [screen ...]`. With screens named, it takes those alone.
 */
const [gallery = join(root, 'dist/screenshots'), ...screens] = process.argv.slice(2);

/** The panel as wide as Grist makes it beside a table; the whole page is taken as a laptop shows it. */
const panelWidth = 360;
const themes = ['light', 'dark'] as const;
const laptop = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
const sharp = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 };

const folder = join(root, 'docs/images');
await mkdir(folder, { recursive: true });
// The browser's own fields write dates as the people of the pictures do.
process.env.LANGUAGE = 'en_GB';
const browser = await launchBrowser();

/** Opens the demo; with a width, the panel has it from the start. */
async function open(demo: Demo, colorScheme: (typeof themes)[number], screen: typeof laptop, width?: number) {
  const context = await browser.newContext({ ...screen, colorScheme, reducedMotion: 'reduce' });
  if (width) await context.addInitScript(setPanelWidth, width);
  const { page, panel, whenEngineReady } = await openGristPage(await context.newPage(), demo.url);
  await whenEngineReady();
  await panel.getByText('Up to date').waitFor();
  return page;
}

function setPanelWidth(width: number): void {
  const sheet = new CSSStyleSheet();
  const exactly = ['width', 'min-width', 'max-width'].map((property) => `${property}: ${width}px !important`);
  sheet.insertRule(`iframe.custom_view { ${exactly.join('; ')} }`);
  document.adoptedStyleSheets.push(sheet);
}

async function shootDemo(): Promise<void> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  for (const theme of themes) {
    const page = await open(demo, theme, laptop);
    await page.screenshot({ path: join(folder, `page-${theme}.png`) });
    await page.context().close();

    const near = await open(demo, theme, sharp, panelWidth);
    await near.locator('iframe.custom_view').screenshot({ path: join(folder, `panel-${panelWidth}-${theme}.png`) });
    await near.context().close();
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
