import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

/** How far what was in sight moved by itself, by the browser's own measure: 0 is not at all, 1 the whole panel by its height. */
function watchShifts(): void {
  const shifts: { value: number; nodes: string[] }[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources?: { node?: Element }[];
    })[]) {
      const nodes = (entry.sources ?? []).map(({ node }) => node?.className || node?.nodeName || '');
      shifts.push({ value: entry.value, nodes });
    }
  }).observe({ type: 'layout-shift', buffered: false });
}

test('between the outline of a contact and the contact almost nothing moves', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  // Answers come late and apart, as over a network, so that the outline is seen.
  grist.demo.sandbox.faults.add('latency', { ms: 300 });
  const frame = await grist.panelFrame();
  await frame.evaluate(watchShifts);
  for (const row of [3, 5, 8]) {
    await frame.evaluate(() => {
      (window as unknown as { shifts: unknown[] }).shifts.length = 0;
    });
    await grist.selectRow(row);
    await showsTitle(grist, (await grist.cell('Contacts', row, 'Name')) as string);
    await isUpToDate(grist);
    const shifts = await frame.evaluate(
      () =>
        new Promise<{ value: number }[]>((resolve) =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve((window as unknown as { shifts: { value: number }[] }).shifts), 0),
          ),
        ),
    );
    const moved = shifts.reduce((sum, { value }) => sum + value, 0);
    expect(moved, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
  }
});
