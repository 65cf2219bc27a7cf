import { pino } from 'pino';
import { startDemo } from '../../demo/start.ts';
import type { GristDoc } from '../../grist/doc.ts';
import { createPluginDoc, type PluginDocApi } from '../../grist/plugin.ts';
import { sharedBrowser } from './browser.ts';
import { openGristPage } from './grist.ts';

/** The part of the widget's page that the plugin API is in. */
interface WidgetWindow {
  grist: { docApi: PluginDocApi };
}

type Answer<T> = { value: T } | { message: string; code: unknown };

/** Opens the demo's document through the plugin API of the widget in it: a real Grist in a real browser. */
export async function openPluginDoc(): Promise<{ doc: GristDoc; close(): Promise<void> }> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  const context = await (await sharedBrowser()).newContext();
  const page = await context.newPage();
  const grist = await openGristPage(page, demo.url);
  await grist.whenEngineReady();
  const frame = await grist.panelFrame();
  await frame.waitForFunction(() => (window as unknown as Partial<WidgetWindow>).grist !== undefined);

  /** A browser hands on an error's message alone, and with the page's own words before it. */
  const unpack = <T>(answer: Answer<T>): T => {
    if ('value' in answer) return answer.value;
    throw Object.assign(new Error(answer.message), answer.code === undefined ? {} : { code: answer.code });
  };
  const docApi: PluginDocApi = {
    fetchTable: async (tableId) =>
      unpack(
        await frame.evaluate(async (id): Promise<Answer<Awaited<ReturnType<PluginDocApi['fetchTable']>>>> => {
          const { docApi } = (window as unknown as WidgetWindow).grist;
          return docApi.fetchTable(id).then(
            (value) => ({ value }),
            (error) => ({ message: error.message, code: error.code }),
          );
        }, tableId),
      ),
    applyUserActions: async (actions, options) =>
      unpack(
        await frame.evaluate(
          async ([list, about]): Promise<Answer<unknown>> => {
            const { docApi } = (window as unknown as WidgetWindow).grist;
            return docApi.applyUserActions(list, about).then(
              (value) => ({ value }),
              (error) => ({ message: error.message, code: error.code }),
            );
          },
          [actions, options] as const,
        ),
      ),
  };
  return {
    doc: createPluginDoc(docApi),
    async close() {
      await context.close();
      await demo.close();
    },
  };
}
