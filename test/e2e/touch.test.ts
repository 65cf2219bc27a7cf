import { beforeAll, expect, test } from 'vitest';
import { galleryScreens, showScreen } from '../gallery/screens.ts';
import { openGallery } from '../helpers/open-gallery.ts';

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => {
  gallery = await openGallery({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
});

const named = (name: string) => galleryScreens.find((screen) => screen.name === name)!;

test('a tap on an entry opens its actions, each big enough for a finger', async () => {
  const { page, at } = gallery;
  await showScreen(page, at('calm', 'light'), named('calm'));
  const entry = page.locator('[data-entry]').first();
  await entry.locator('.entry-title').tap();
  const edit = entry.getByRole('button', { name: 'Edit' });
  await edit.waitFor();
  const box = await edit.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(36);
});

test.each(['calm', 'compose-task', 'unlinked', 'settings', 'settings-checked', 'settings-activity'])(
  'on the screen %s every button and field is big enough for a finger',
  async (name) => {
    const { page, at } = gallery;
    await showScreen(page, at(named(name).state, 'light'), named(name));
    const small = await page.evaluate(() => {
      // Where a finger may go wrong; links within text and what only a keyboard reaches are left out.
      const targets = document.querySelectorAll<HTMLElement>(
        '.btn, .ib, .input, .search, select, [role=tab], .menu-item, .entry-acts > *',
      );
      return [...targets]
        .filter((target) => target.checkVisibility() && !target.closest('.search .ib, .entry-acts'))
        .map((target) => ({ is: target.outerHTML.slice(0, 90), high: target.getBoundingClientRect().height }))
        .filter(({ high }) => high > 0 && high < 36);
    });
    expect(small).toEqual([]);
  },
);

test('keys are hinted at nowhere but in their own list', async () => {
  const { page, at } = gallery;
  for (const name of ['calm', 'menu', 'palette']) {
    await showScreen(page, at(named(name).state, 'light'), named(name));
    expect(await page.locator('.kbd:visible').count(), name).toBe(0);
  }
  await showScreen(page, at('calm', 'light'), named('shortcuts'));
  expect(await page.locator('.kbd:visible').count()).toBeGreaterThan(10);
});
