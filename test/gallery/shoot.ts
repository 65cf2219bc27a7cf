import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { galleryScreens, showScreen } from './screens.ts';
import { serveGallery, themes } from './serve.ts';

/** The widths that the panel is made for. */
export const widths = [280, 360, 720] as const;

/** Takes pictures of the screens of these names, else of all, in each width and theme: `<name>-<width>-<theme>.png`. */
export async function shootGallery(browser: Browser, folder: string, names: readonly string[] = []): Promise<void> {
  await mkdir(folder, { recursive: true });
  const gallery = await serveGallery();
  const page = await browser.newPage({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London' });
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

/** What lies above a screen is centred in what a person sees of it; anything else is taken as long as it is. */
async function showAll(page: Page, width: number): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 520), 3000) });
}
