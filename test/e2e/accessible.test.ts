import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { field, isUpToDate } from '../helpers/panel.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.each(['light', 'dark'] as const)('axe finds nothing serious in the contact panel, %s', async (colorScheme) => {
  const grist = await openGrist({ colorScheme });
  await isUpToDate(grist);
  await field(grist, 'phone');
  const frame = await grist.panelFrame();
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
});
