import { pino } from 'pino';
import type { CDPSession } from 'playwright-core';
import { startDemo } from '../demo/start.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { openGristPage } from '../test/helpers/grist.ts';

export interface HeapResults {
  changes: number;
  /** Megabytes of live objects in the widget's page, when its caches are full and after the changes. */
  before: number;
  after: number;
  /** Live DOM nodes, attached or not. */
  nodes: { before: number; after: number };
}

/** The target: at most this growth in megabytes after all changes. */
export const heapAims = { growth: 1 };

const changes = 1000;
/** More rows than the panel caches contacts, so that old ones are evicted. */
const rows = 400;
/** The first round still fetches lazy code, such as the phone number metadata of all countries. */
const warmUp = 2 * rows;
const restsEach = 5;

async function look(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const nodes = metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN;
  return { heap: Math.round((usedSize / 2 ** 20) * 100) / 100, nodes };
}

/** Moves through many rows and rests at each fifth until its contact is read. Needs a build. */
export async function measureHeap(report: (line: string) => void): Promise<HeapResults> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  // The rate limit is not under test here.
  demo.sandbox.limits.max = 100_000;
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const grist = await openGristPage(page, demo.url);
    await grist.whenEngineReady();
    // The widget is on another site than Grist, so it has its own process and heap.
    const session = await context.newCDPSession(await grist.panelFrame());
    await session.send('Performance.enable');
    let turn = 0;
    const walk = async (count: number) => {
      for (let step = 0; step < count; step++, turn++) {
        await grist.moveTo(1 + (turn % rows));
        await page.waitForTimeout(turn % restsEach === 0 ? 500 : 20);
      }
      await grist.moveTo(1);
      await page.waitForTimeout(1500);
    };
    await walk(warmUp);
    const before = await look(session);
    report(`${warmUp} rows seen`);
    await walk(changes);
    const after = await look(session);
    report(`${changes} rows more`);
    return {
      changes,
      before: before.heap,
      after: after.heap,
      nodes: { before: before.nodes, after: after.nodes },
    };
  } finally {
    await browser.close();
    await demo.close();
  }
}
