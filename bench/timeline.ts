import { pino } from 'pino';
import type { Browser, Frame, Page } from 'playwright-core';
import { startDemo } from '../demo/start.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { type Grist, openGristPage } from '../test/helpers/grist.ts';
import { giveHistory, withoutEntryTables } from '../test/helpers/long-history.ts';
import { countFrames, type FrameCost } from './frames.ts';
import { quantile, type Summary, summarise } from './statistics.ts';

export interface TimelineLine {
  name: string;
  entries: number;
  /** Elements in the widget's page at the first paint of entries, and when it is idle. */
  firstPaint?: number;
  atRest?: number;
  /** Frames while scrolling with the wheel, and while dragging the scroll bar. */
  wheel: FrameSummary;
  drag: FrameSummary;
  /** Median milliseconds from a letter in the search to the new layout. */
  search?: number;
}

/** Milliseconds of processor time; `elapsed`: of wall-clock time. */
export interface FrameSummary extends Summary {
  elapsed: Summary;
}

export interface TimelineResults {
  lines: TimelineLine[];
}

/** The targets: additional elements compared with few entries, and milliseconds of a frame at p95. */
export const timelineAims = { nodes: 50, frame: 16 };

const few = 100;
const many = 5000;
const turns = 250;
const drags = 60;

/** Counts the elements in the frame in which the first entries of a history are painted. */
const firstPaintOf = (frame: Frame, count: number): Promise<number> =>
  frame.evaluate(`new Promise((done) => {
    const look = () => {
      if (document.querySelector('[data-entry^="long${count}x"]')) done(document.querySelectorAll('*').length);
      else requestAnimationFrame(look);
    };
    look();
  })`);

/** Types letter by letter and returns the milliseconds to the new layout for each. */
const searchScript = `(async () => {
  const input = document.querySelector('[data-search]');
  const taken = [];
  for (const text of ['l', 'li', 'lin', 'line', 'linen', 'linen o', 'linen oa', 'linen oak', '']) {
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The store updates synchronously, the page at the end of the task.
    await Promise.resolve();
    document.body.getBoundingClientRect();
    taken.push(performance.now() - start);
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  }
  return taken;
})()`;

/** Scrolls down and up with the wheel over the panel. */
async function turnWheel(page: Page) {
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, turn < turns / 2 ? 400 : -400);
    await page.waitForTimeout(16);
  }
}

/** Jumps to arbitrary positions, as dragging the scroll bar does. */
async function drag(frame: Frame | Page) {
  for (let turn = 0; turn < drags; turn++) {
    await frame.evaluate(
      ([share]) => window.scrollTo(0, (share ?? 0) * document.documentElement.scrollHeight),
      [((turn * 37) % 100) / 100],
    );
    await frame.waitForTimeout(50);
  }
}

const costs = (frames: readonly FrameCost[]): FrameSummary => ({
  ...summarise(frames.map(({ processor }) => processor)),
  elapsed: summarise(frames.map(({ elapsed }) => elapsed)),
});

async function measureRow(browser: Browser, grist: Grist, row: number, entries: number): Promise<TimelineLine> {
  const frame = await grist.panelFrame();
  const painted = firstPaintOf(frame, entries);
  await grist.moveTo(row);
  const firstPaint = await painted;
  await grist.panel.getByText('Up to date').waitFor();
  await grist.page.waitForTimeout(1500);
  const atRest = await frame.evaluate(() => document.querySelectorAll('*').length);
  const box = await grist.page.locator('iframe.custom_view').boundingBox();
  if (box) await grist.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const wheel = await countFrames(browser, grist.page, () => turnWheel(grist.page));
  const dragged = await countFrames(browser, grist.page, () => drag(frame));
  await frame.evaluate(() => window.scrollTo(0, 0));
  const letters = (await frame.evaluate(searchScript)) as number[];
  const search = Math.round(quantile(letters, 0.5) * 10) / 10;
  return { name: `${entries} entries`, entries, firstPaint, atRest, wheel: costs(wheel), drag: costs(dragged), search };
}

/** Measures a minimal page of plain lines with an empty scroll handler: the browser's own time and the lower bound of any panel. */
async function measureFloor(browser: Browser): Promise<TimelineLine> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 } });
  await page.goto('about:blank');
  const lines = Array.from({ length: many }, (_, index) => `<p style="height:40px">Line ${index}</p>`);
  await page.setContent(lines.join(''));
  await page.evaluate(() => addEventListener('scroll', () => {}, { passive: true }));
  await page.mouse.move(200, 400);
  const wheel = await countFrames(browser, page, () => turnWheel(page));
  const dragged = await countFrames(browser, page, () => drag(page));
  await page.close();
  return { name: 'plain lines (floor)', entries: many, wheel: costs(wheel), drag: costs(dragged) };
}

/** Scrolls through a short and a long timeline in the real Grist, and through plain lines. Needs a build. */
export async function measureTimeline(report: (line: string) => void): Promise<TimelineResults> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  const browser = await launchBrowser();
  try {
    const floor = await measureFloor(browser);
    report('plain lines scrolled');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const grist = await openGristPage(page, demo.url);
    await withoutEntryTables(grist);
    const lines = [floor];
    for (const [row, count] of [
      [6, few],
      [8, many],
    ] as const) {
      const contactId = String(await grist.cell('Contacts', row, 'HighLevel_ID'));
      giveHistory(demo.sandbox, contactId, count);
      lines.push(await measureRow(browser, grist, row, count));
      report(`${count} entries scrolled`);
    }
    return { lines };
  } finally {
    await browser.close();
    await demo.close();
  }
}
