import type { Browser, Page } from 'playwright-core';
import { openGristPage } from '../test/helpers/grist.ts';
import { type Paint, type WatchedWindow, watchScript } from './watch.ts';

export interface Walk {
  /** Milliseconds from the key to the first paint of the row. */
  row: number;
  /** Milliseconds from the key to the last change. */
  all: number;
}

export interface Tab {
  page: Page;
  /** The contact id of a row, or `''`. */
  contactId(row: number): Promise<string>;
  /** Sets the browser's data saving mode, in which the panel does not prefetch. */
  savesData(does: boolean): Promise<void>;
  /** Moves the cursor to a row and waits until the widget is idle. */
  goTo(row: number): Promise<void>;
  /** Presses an arrow key, waits, and returns the paint times of the widget. */
  press(key: 'ArrowDown' | 'ArrowUp', wait: number): Promise<Walk>;
}

/** Opens Grist in a new tab, with the widget of its document. */
export async function openTab(browser: Browser, url: string): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchScript);
  const grist = await openGristPage(page, url);
  await grist.whenEngineReady();
  const frame = await grist.panelFrame();

  return {
    page,
    contactId: async (row) => String(await grist.cell('Contacts', row, 'HighLevel_ID')),
    async savesData(saveData) {
      await frame.evaluate(
        (connection) => Object.defineProperty(navigator, 'connection', { value: connection, configurable: true }),
        { saveData },
      );
    },
    async goTo(row) {
      await page.bringToFront();
      await grist.moveTo(row);
      await page.waitForTimeout(1500);
    },
    async press(key, wait) {
      await frame.evaluate('window.paints.length = 0');
      await page.keyboard.press(key);
      await page.waitForTimeout(wait);
      const paints = (await frame.evaluate('window.paints')) as Paint[];
      const pressedAt = await page.evaluate(() => (window as unknown as WatchedWindow).pressedAt);
      const last = paints.at(-1);
      const first = paints.find(({ name }) => name === last?.name);
      if (!first || !last) throw new Error('The widget painted nothing after a key.');
      return { row: first.at - pressedAt, all: last.at - pressedAt };
    },
  };
}
