import { beforeAll, expect, test } from 'vitest';
import { galleryScreens, showScreen } from '../gallery/screens.ts';
import { openGallery } from '../helpers/open-gallery.ts';

const widths = [280, 360, 720];

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => {
  gallery = await openGallery({ viewport: { width: 360, height: 900 }, reducedMotion: 'reduce' });
});

test.each(galleryScreens)('the screen $name fits, written from either side', async (screen) => {
  const { page, at } = gallery;
  await page.setViewportSize({ width: 360, height: 900 });
  await showScreen(page, at(screen.state, 'light'), screen);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(() => {
      const root = document.documentElement;
      return ['rtl', 'ltr'].map((dir) => {
        root.dir = dir;
        return root.scrollWidth - root.clientWidth;
      });
    });
    expect(beyond, `${width}`).toEqual([0, 0]);
  }
});
