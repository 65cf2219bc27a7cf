import { beforeAll, expect, test } from 'vitest';
import { galleryScreens, showScreen } from '../gallery/screens.ts';
import { openGallery } from '../helpers/open-gallery.ts';

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => {
  gallery = await openGallery({ viewport: { width: 720, height: 600 } });
});

/** As the browser does it: it tells that it will print, and lays the page out for paper. */
async function print(name: string) {
  const { page, at } = gallery;
  const screen = galleryScreens.find((one) => one.name === name)!;
  await page.emulateMedia({ media: 'screen' });
  await page.addInitScript(() => localStorage.setItem('highlevel-panel:details', 'false'));
  await showScreen(page, at(screen.state, 'light'), screen);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  return page;
}

test.each(['calm', 'entry-actions', 'toast', 'offline'])(
  'on paper the screen %s has nothing to press',
  async (name) => {
    const page = await print(name);
    const controls = page.locator(
      '.ib:visible, .btn:visible, select:visible, input:not(.check):visible, .link:visible',
    );
    expect(await controls.evaluateAll((found) => found.map((one) => one.outerHTML.slice(0, 90)))).toEqual([]);
  },
);

test('on paper what is folded is open, and it is folded again after', async () => {
  const page = await print('calm');
  await page.getByText('Riverside Walk').first().waitFor();
  expect(
    await page
      .locator('.rich--cut')
      .evaluateAll((cut) => cut.filter((one) => one.scrollHeight > one.clientHeight + 1).length),
  ).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Details', expanded: false }).waitFor();
});
