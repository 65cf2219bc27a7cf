import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { galleryScreens, showScreen } from '../gallery/screens.ts';
import { themes } from '../gallery/serve.ts';
import { openGallery } from '../helpers/open-gallery.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Looked {
  axe: { run(options: RunOptions): Promise<AxeResults> };
  wear(theme: string): void;
}

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => {
  gallery = await openGallery({ viewport: { width: 360, height: 900 }, reducedMotion: 'reduce' });
});

test.each(galleryScreens)('axe finds nothing on the screen $name, in no theme', async (screen) => {
  const { page, at } = gallery;
  await showScreen(page, at(screen.state, 'light'), screen);
  await page.evaluate(axe);
  // Until anything is known there is nothing to put into a heading.
  const rules = { 'page-has-heading-one': { enabled: screen.name !== 'booting' } };
  for (const theme of themes) {
    // Roles and names are the same in every theme.
    const options: RunOptions = theme === 'light' ? { rules } : { runOnly: ['color-contrast'] };
    const violations = await page.evaluate(
      async ([wanted, how]) => {
        const { axe: run, wear } = window as unknown as Looked;
        wear(wanted);
        return (await run.run(how)).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
      },
      [theme, options] as const,
    );
    expect(violations, theme).toEqual([]);
  }
});
