import { pino } from 'pino';
import { makeDocument } from '../demo/document.ts';
import { createGristPage } from '../demo/grist-page.ts';
import { startDemo } from '../demo/start.ts';
import { createDemoGrist } from '../demo/users.ts';
import { listen } from '../proxy/server.ts';
import { createSandbox } from '../sandbox/app.ts';
import { launchBrowser } from '../test/helpers/browser.ts';
import { createFloorWidget } from './floor.ts';
import { openTab, type Tab, type Walk } from './tab.ts';

/** HighLevel's simulated response time in milliseconds. */
export const latency = 150;

const blocks = 6;
const blockLength = 10;
const blocksAhead = 3;
/** Prefetching starts at the third consecutive row on which the cursor rests. */
const untilAhead = 3;
/** Longer than the interval of a held key, and longer than the load of a cold contact. */
const pause = { floor: 700, warm: 700, cold: 1000 };

export interface Samples {
  floor: Walk[];
  warm: Walk[];
  cold: Walk[];
  /** Rows that the panel prefetched. */
  ahead: Walk[];
}

/** Serves a Grist with the demo's document and the minimal widget. */
async function startFloor(widgetFolder: string) {
  const local = { port: 0, host: '127.0.0.1' };
  const widget = await listen(createFloorWidget(widgetFolder).fetch, local);
  // The widget has another origin than Grist, like ours.
  const document = await makeDocument(createSandbox(), `http://localhost:${widget.port}/`);
  const page = createGristPage({
    document: () => document,
    startOver: async () => {},
    manifestUrl: () => '',
    gristServer: createDemoGrist(),
  });
  const grist = await listen(page.fetch, local);
  return { url: `${grist.url}/`, close: () => Promise.all([widget.close(), grist.close()]) };
}

async function walk(tab: Tab, rows: readonly number[], key: 'ArrowDown' | 'ArrowUp', wait: number) {
  const walks = new Map<number, Walk>();
  for (const row of rows) walks.set(row, await tab.press(key, wait));
  return walks;
}

/**
 * Moves down and up the rows of the demo with the arrow keys, alternately in the minimal widget and in ours, so that other
 * load on the machine affects both. On the way down a contact is not cached; on the way up it is.
 */
export async function measureSelectRow(widgetFolder: string, report: (line: string) => void): Promise<Samples> {
  const samples: Samples = { floor: [], warm: [], cold: [], ahead: [] };
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  const floor = await startFloor(widgetFolder);
  const browser = await launchBrowser();
  try {
    const [ours, least] = [await openTab(browser, demo.url), await openTab(browser, floor.url)];
    // Data saving disables prefetching, so a row is not cached before it is reached.
    await ours.savesData(true);
    const { contacts } = demo.sandbox.state.locations.get(demo.sandbox.info.locationId) ?? {};
    demo.sandbox.faults.add('latency', { ms: latency });
    for (let block = 0; block < blocks; block++) {
      const start = 1 + block * blockLength;
      const down = Array.from({ length: blockLength }, (_, step) => start + step + 1);
      const up = down.map((row) => row - 1).reverse();

      await least.goTo(start);
      const floors = await walk(least, down, 'ArrowDown', pause.floor);
      await ours.goTo(start);
      const colds = await walk(ours, down, 'ArrowDown', pause.cold);
      const warms = await walk(ours, up, 'ArrowUp', pause.warm);

      for (const row of down) {
        if (!contacts?.has(await ours.contactId(row))) continue;
        for (const [kind, walks] of Object.entries({ floor: floors, cold: colds, warm: warms })) {
          const walked = walks.get(row);
          if (walked) samples[kind as keyof Samples].push(walked);
        }
      }
      report(`rows ${start} to ${start + blockLength}`);
    }
    await ours.savesData(false);
    for (let block = blocks; block < blocks + blocksAhead; block++) {
      const start = 1 + block * blockLength;
      const down = Array.from({ length: blockLength }, (_, step) => start + step + 1);
      await ours.goTo(start);
      const walks = await walk(ours, down, 'ArrowDown', pause.cold);
      for (const row of down.slice(untilAhead)) {
        const walked = walks.get(row);
        if (walked && contacts?.has(await ours.contactId(row))) samples.ahead.push(walked);
      }
      report(`rows ${start} to ${start + blockLength}, read ahead`);
    }
  } finally {
    await browser.close();
    await Promise.all([demo.close(), floor.close()]);
  }
  return samples;
}
