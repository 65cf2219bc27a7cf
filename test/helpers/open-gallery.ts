import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import { launchBrowser } from './browser.ts';

/** Opens the gallery of screens for the tests of one file. All of it goes when they are over. */
export async function openGallery(options: BrowserContextOptions): Promise<Pick<Gallery, 'at'> & { page: Page }> {
  const gallery = await serveGallery();
  const browser = await launchBrowser();
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });
  const page = await browser.newPage(options);
  page.setDefaultTimeout(15_000);
  return { page, at: gallery.at };
}
