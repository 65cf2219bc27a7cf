import { pino } from 'pino';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.ts';
import { launchBrowser } from './browser.ts';
import { type Grist, openGristPage } from './grist.ts';

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

export interface OpenGrist extends Grist {
  demo: Demo;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Opens the document as a viewer sees it. */
  readOnly?: boolean;
  /** Leaves it to an owner to connect the document. */
  unconnected?: boolean;
  /** Runs before the page is opened. */
  prepare?: (demo: Demo) => void;
}

/** Opens the demo for one test: its own HighLevel, its own document, its own tab. All of it goes when the test is over. */
export async function openGrist({
  readOnly = false,
  unconnected = false,
  prepare,
  ...options
}: OpenOptions = {}): Promise<OpenGrist> {
  browser ??= launchBrowser();
  const demo = await startDemo({ port: 0, connected: !unconnected, logger: pino({ level: 'silent' }) });
  onTestFinished(() => demo.close());
  prepare?.(demo);
  const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const grist = await openGristPage(page, readOnly ? `${demo.url}?view=only` : demo.url);
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const text = await grist.panel.locator('body').innerText({ timeout: 1000 });
    console.error(`The panel showed:\n${text.slice(0, 1000)}`);
  });
  return { ...grist, demo };
}
