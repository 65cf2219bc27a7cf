import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import { sharedBrowser } from './browser.ts';
import { patience } from './patience.ts';

/** Opens the gallery of screens for the tests of one file. All of it goes when they are over. */
export async function openGallery(options: BrowserContextOptions): Promise<Pick<Gallery, 'at'> & { page: Page }> {
  const gallery = await serveGallery();
  const page = await (await sharedBrowser()).newPage(options);
  afterAll(async () => {
    await page.close();
    await gallery.close();
  });
  page.setDefaultTimeout(patience);
  return { page, at: gallery.at };
}
