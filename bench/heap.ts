import { pino } from 'pino';
import type { CDPSession } from 'playwright-core';
import { startDemo } from '../demo/start.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { openGristPage } from '../test/helpers/grist.ts';

export interface HeapResults {
  changes: number;
  /** Megabytes of live objects in the widget's page once its caches are full, and after the changes. */
  before: number;
  after: number;
  /** Elements, texts and other nodes that are alive, in the page or not. */
  nodes: { before: number; after: number };
}

/** What we allow ourselves: megabytes more after all changes than before. */
export const heapAims = { growth: 1 };

const changes = 1000;
/** More rows than the panel keeps contacts of, so that old ones have to go. */
const rows = 400;
/** In the first round the last of the code is still fetched, such as what knows the phone numbers of all countries. */
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

/** Walks through rows for a long time; at each fifth it rests until the contact is read. Needs a build. */
export async function measureHeap(report: (line: string) => void): Promise<HeapResults> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  // The walk is not what the limit is for.
  demo.sandbox.limits.max = 100_000;
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const grist = await openGristPage(page, demo.url);
    await grist.whenEngineReady();
    // Of another site than Grist, the widget has a process and a heap of its own.
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
