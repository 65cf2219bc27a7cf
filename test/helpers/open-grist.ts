import { pino } from 'pino';
import type { BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { serveGrist } from '../../demo/serve-grist.ts';
import { type Demo, startDemo } from '../../demo/start.ts';
import { sharedBrowser } from './browser.ts';
import { type Grist, openGristPage } from './grist.ts';
import { closePage, contentOf, type KeptPage, keepPage, lastActionOf, renewPage, takePage } from './kept-pages.ts';
import { patience } from './patience.ts';

export interface OpenGrist extends Grist {
  demo: Demo;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Opens the document as a viewer sees it. */
  readOnly?: boolean;
  /** Leaves it to an owner to connect the document. */
  unconnected?: boolean;
  /** Opens Grist's page for this test alone: one that looks at how the page is opened, or changes what no other may find. */
  alone?: boolean;
}

/**
 * Opens the demo for one test: its own HighLevel, its own proxy, its own panel. Grist's page may have served a test before:
 * its document is then as at first, and all else is new.
 */
export async function openGrist({
  readOnly = false,
  unconnected = false,
  alone = false,
  ...options
}: OpenOptions = {}): Promise<OpenGrist> {
  const kind = JSON.stringify({ readOnly, ...options });
  const kept = alone ? undefined : takePage(kind);
  const host = kept?.host ?? (await serveGrist({ port: 0, host: '127.0.0.1' }));
  const demo = await startDemo({ port: 0, connected: !unconnected, grist: host, logger: pino({ level: 'silent' }) });
  onTestFinished(() => demo.close());

  async function openPage(): Promise<KeptPage> {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const grist = await openGristPage(page, readOnly ? `${demo.url}?view=only` : demo.url);
    if (!alone) await grist.whenEngineReady();
    return { kind, host, context, grist, content: contentOf(demo), lastAction: await lastActionOf(grist) };
  }

  const isRenewed = kept !== undefined && (await renewPage(kept, demo).catch(tell));
  if (kept && !isRenewed) await kept.context.close();
  const page = kept && isRenewed ? kept : await openPage();
  onTestFinished(async ({ task }) => {
    const isFailed = task.result?.state === 'fail';
    if (isFailed) await report(page.grist);
    if (isFailed || alone || (await keepPage(page).catch(tell)) === false) await closePage(page);
  });
  return { ...page.grist, demo };
}

/** A page that cannot be used again costs time and no test; it is told, so that the test which broke it can be mended. */
function tell(error: Error): false {
  console.warn(`Grist's page is opened anew: ${error.message}`);
  return false;
}

async function report({ panel }: Grist): Promise<void> {
  const text = await panel
    .locator('body')
    .innerText({ timeout: 1000 })
    .catch(() => 'nothing');
  console.error(`The panel showed:\n${text.slice(0, 1000)}`);
}
