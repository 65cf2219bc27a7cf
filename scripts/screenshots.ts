import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { root } from '../demo/root.ts';
import { startDemo } from '../demo/start.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { openGristPage } from '../test/helpers/grist.ts';

/** The widths that the panel is made for; the whole page is taken as a laptop shows it. */
const panelWidths = [280, 360, 720];
const themes = ['light', 'dark'] as const;
const laptop = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
/** Wide enough that Grist gives the panel more than the widest picture needs. */
const desk = { viewport: { width: 2400, height: 900 }, deviceScaleFactor: 2 };

const folder = join(root, 'docs/images');
await mkdir(folder, { recursive: true });
const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
const browser = await launchBrowser();

/** Opens the demo; with a width, the panel has it from the start. */
async function open(colorScheme: (typeof themes)[number], screen: typeof laptop, panelWidth?: number): Promise<Page> {
  const context = await browser.newContext({ ...screen, colorScheme, reducedMotion: 'reduce' });
  if (panelWidth) await context.addInitScript(setPanelWidth, panelWidth);
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

try {
  for (const theme of themes) {
    const page = await open(theme, laptop);
    await page.screenshot({ path: join(folder, `page-${theme}.png`) });
    await page.context().close();

    for (const width of panelWidths) {
      const wide = await open(theme, desk, width);
      await wide.locator('iframe.custom_view').screenshot({ path: join(folder, `panel-${width}-${theme}.png`) });
      await wide.context().close();
    }
  }
} finally {
  await browser.close();
  await demo.close();
}
