import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { galleryScreens, showScreen } from './screens.ts';
import { serveGallery, type Theme, themes } from './serve.ts';

/** The widths that the panel is made for. */
const widths = [280, 360, 720] as const;

/** Where the contact of the gallery lives. */
const viewer = { reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London' } as const;

/** Takes pictures of the screens of these names, else of all, in each width and theme: `<name>-<width>-<theme>.png`. */
export async function shootGallery(browser: Browser, folder: string, names: readonly string[] = []): Promise<void> {
  await mkdir(folder, { recursive: true });
  const gallery = await serveGallery();
  const page = await browser.newPage(viewer);
  for (const screen of galleryScreens.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of themes) {
        await showScreen(page, gallery.at(screen.state, theme), screen);
        await showAll(page, width);
        await page.screenshot({ path: join(folder, `${screen.name}-${width}-${theme}.png`) });
      }
    }
  }
  await page.close();
  await gallery.close();
}

interface Picture {
  name: string;
  screen: string;
  size: readonly [width: number, height: number];
  /** What of the details has to be seen, in the middle. */
  about?: string;
  /** @default light */
  theme?: Theme;
}

/** The pictures of the gallery that the documentation shows; the whole page is taken of the demo. */
const pictures: readonly Picture[] = [
  { name: 'booking', screen: 'compose-appointment', size: [360, 742] },
  { name: 'commands', screen: 'palette', size: [360, 620] },
  { name: 'conflict', screen: 'conflict', size: [360, 640], about: '.conflict' },
  { name: 'linking', screen: 'unlinked', size: [360, 400] },
  { name: 'panel-360-dark', screen: 'calm', size: [360, 760], theme: 'dark' },
  { name: 'panel-360-light', screen: 'calm', size: [360, 760] },
  { name: 'settings', screen: 'settings', size: [560, 900] },
];

/** Takes the pictures for the documentation, sharp: `<name>.png`. */
export async function shootPictures(browser: Browser, folder: string): Promise<void> {
  const gallery = await serveGallery();
  for (const { name, screen: wanted, size, about, theme = 'light' } of pictures) {
    // What one picture folded open must not be open in the next.
    const page = await browser.newPage({ ...viewer, deviceScaleFactor: 2 });
    const screen = galleryScreens.find((one) => one.name === wanted);
    if (!screen) throw new Error(`The gallery has no screen called ${wanted}.`);
    await page.setViewportSize({ width: size[0], height: size[1] });
    await showScreen(page, gallery.at(screen.state, theme), screen);
    if (about) {
      await page.getByRole('button', { name: 'Details', expanded: false }).click();
      await page.locator(about).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    }
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
  }
  await gallery.close();
}

/** What lies above a screen is centred in what a person sees of it; anything else is taken as long as it is. */
async function showAll(page: Page, width: number): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 520), 3000) });
}
