import { expect, test } from 'vitest';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
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

/**
 * Holds the answers about a contact until all are there, so that the outline is seen and they come within a moment of each
 * other, on a busy machine too.
 */
async function answerTogether({ page }: OpenGrist): Promise<void> {
  const reads = ['', '/tasks', '/notes', '/appointments'];
  const held = new Map<string, (() => Promise<void>)[]>();
  await page.route(/\/api\/highlevel\/contacts\/\w{20}(\/\w+)?$/, async (route) => {
    const [, contactId = '', read = ''] = /contacts\/(\w+)(\/\w+)?$/.exec(route.request().url()) ?? [];
    if (route.request().method() !== 'GET' || !reads.includes(read)) return route.fallback();
    const response = await route.fetch();
    const answers = [...(held.get(contactId) ?? []), () => route.fulfill({ response })];
    held.set(contactId, answers);
    if (answers.length >= reads.length) await Promise.all(answers.map((answer) => answer()));
  });
}

test('between the outline of a contact and the contact almost nothing moves', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  await answerTogether(grist);
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
