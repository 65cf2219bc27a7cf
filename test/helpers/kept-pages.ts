import type { BrowserContext } from 'playwright-core';
import type { DemoGrist } from '../../demo/serve-grist.ts';
import type { Demo } from '../../demo/start.ts';
import { type Grist, gristDocOf } from './grist.ts';
import { setSection } from './section.ts';

/**
 * A page of Grist that serves one test after another: its Python engine takes seconds to start, while to put its document
 * back takes a moment.
 */
export interface KeptPage {
  /** How it was opened; it serves those alone who want it so. */
  kind: string;
  host: DemoGrist;
  context: BrowserContext;
  grist: Grist;
  /** What the document held when it was opened. */
  content: string;
  /** Number of the last change before the test. */
  lastAction: number;
}

/** More of them would take more memory than time. */
const most = 2;
const free: KeptPage[] = [];

/** A page that no test uses. */
export function takePage(kind: string): KeptPage | undefined {
  const index = free.findIndex((page) => page.kind === kind);
  return index < 0 ? undefined : free.splice(index, 1)[0];
}

/** Ends what a test did in its page, and keeps the page for the next one; answers `false` where that cannot be. */
export async function keepPage(page: KeptPage): Promise<boolean> {
  const { context, grist, host } = page;
  if (grist.page.isClosed() || !grist.page.url().startsWith(host.url)) return false;
  await Promise.all(context.pages().map((other) => other !== grist.page && other.close()));
  await grist.page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await grist.page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await grist.openStart();
  await (await grist.panelFrame()).goto('about:blank');
  free.push(page);
  while (free.length > most) await closePage(free.shift() as KeptPage);
  return true;
}

export async function closePage({ context, host }: KeptPage): Promise<void> {
  await context.close();
  await host.close();
}

/** What a document holds, wherever its widget is. */
export const contentOf = ({ document, widgetUrl }: Demo): string =>
  Buffer.from(document).toString('latin1').replaceAll(widgetUrl, '');

/** Shows a demo in a page that has shown another one. Answers `false` where the page can show it only when opened anew. */
export async function renewPage(page: KeptPage, demo: Demo): Promise<boolean> {
  // The demo's data go with the day.
  if (contentOf(demo) !== page.content) return false;
  const { grist } = page;
  await grist.page.bringToFront();
  await grist.page.keyboard.press('Escape');
  await grist.whenIdle();
  const isBack = await (await gristDocOf(grist.page)).evaluate(async (doc, last) => {
    const { actions } = await doc.docComm.getActionSummaries();
    const later = actions.filter(({ actionNum }) => actionNum > last);
    if (!actions.some(({ actionNum }) => actionNum === last)) return false;
    const [numbers, hashes] = [later.map(({ actionNum }) => actionNum), later.map(({ actionHash }) => actionHash)];
    if (later.length > 0) await doc.docComm.applyUserActionsById(numbers, hashes, true);
    return true;
  }, page.lastAction);
  if (!isBack) return false;
  await grist.openStart();
  const section = await grist.findRow('_grist_Views_section', 'parentKey', 'custom');
  await (await gristDocOf(grist.page)).evaluate(
    (doc, id) => doc.docModel.viewSections.getRowModel(id).activeCustomOptions.revert(),
    section,
  );
  await setSection(grist, { url: demo.widgetUrl });
  await grist.page.locator(`iframe.custom_view[src^="${demo.widgetUrl}"]`).waitFor({ state: 'attached' });
  page.lastAction = await lastActionOf(grist);
  return true;
}

/** Number of the document's latest change. */
export async function lastActionOf(grist: Grist): Promise<number> {
  const { actions } = await (await gristDocOf(grist.page)).evaluate((doc) => doc.docComm.getActionSummaries());
  return Math.max(0, ...actions.map(({ actionNum }) => actionNum));
}
