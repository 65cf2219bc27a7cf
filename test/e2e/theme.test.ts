import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, isUpToDate } from '../helpers/panel.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Looked {
  axe: { run(options: RunOptions): Promise<AxeResults> };
}

test('the panel follows Grist from light to dark and back, and axe finds nothing serious in either', async () => {
  const grist = await openGrist();
  await grist.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await isUpToDate(grist);
  await field(grist, 'phone');
  const frame = await grist.panelFrame();
  await frame.evaluate(axe);
  const serious = async (options: RunOptions) => {
    const run = (how: RunOptions) => (window as unknown as Looked).axe.run(how);
    const { violations } = await frame.evaluate(run, options);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
  };
  const root = grist.panel.locator('html');
  const background = () => grist.panel.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
  const light = await background();
  expect(await serious({})).toEqual([]);
  await grist.page.emulateMedia({ colorScheme: 'dark' });
  await eventually(() => root.getAttribute('data-grist-appearance')).toBe('dark');
  await eventually(background).not.toBe(light);
  // Each letter against what is behind it, at 4.5 to 1; roles and names are the same in every theme.
  expect(await serious({ runOnly: ['color-contrast'] })).toEqual([]);
  await grist.page.emulateMedia({ colorScheme: 'light' });
  await eventually(background).toBe(light);
});
