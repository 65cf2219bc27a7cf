import { pino } from 'pino';
import { startDemo } from '../../demo/start.ts';
import type { GristDoc } from '../../grist/doc.ts';
import { createPluginDoc, type PluginDocApi } from '../../grist/plugin.ts';
import { createRestDoc } from '../../grist/rest.ts';
import { sharedBrowser } from './browser.ts';
import { openGristPage } from './grist.ts';

interface DocApiRouter {
  run(request: { method: string; path: string; body?: unknown }): Promise<{ data: unknown }>;
}

/** The parts of Grist's page, and of the widget's in it, that the adapters reach. */
interface RealWindow {
  grist: { docApi: PluginDocApi };
  gristOverrides: { expressApp: DocApiRouter; fakeDocId: string };
}

interface Thrown {
  message: string;
  code?: unknown;
  status?: number;
}

/** A browser hands on an error's message alone, and with words of its own before it. */
type Answer = { value: unknown } | { thrown: Thrown };

/** The demo's document: a real Grist in a real browser. */
export interface RealDocs {
  /** Through the plugin API of the widget in it. */
  plugin: GristDoc;
  /** Through Grist's own REST routes, which the page has for itself; keys and limits are no part of them. */
  rest: GristDoc;
  close(): Promise<void>;
}

export async function openRealDocs(): Promise<RealDocs> {
  const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
  const context = await (await sharedBrowser()).newContext();
  const page = await context.newPage();
  const grist = await openGristPage(page, demo.url);
  await grist.whenEngineReady();
  const frame = await grist.panelFrame();
  await frame.waitForFunction(() => (window as unknown as Partial<RealWindow>).grist !== undefined);

  async function call(name: keyof PluginDocApi, ...given: readonly unknown[]): Promise<unknown> {
    const answer = await frame.evaluate(
      async ([verb, args]): Promise<Answer> => {
        const { docApi } = (window as unknown as RealWindow).grist;
        const run = docApi[verb] as (...parts: readonly unknown[]) => Promise<unknown>;
        return run(...args).then(
          (value) => ({ value }),
          ({ message, code }) => ({ thrown: { message, code } }),
        );
      },
      [name, given] as const,
    );
    if ('value' in answer) return answer.value;
    const { message, code } = answer.thrown;
    throw Object.assign(new Error(message), code === undefined ? {} : { code });
  }

  /** Answers as Grist's server does with what its routes return and throw (its `jsonErrorHandler`). */
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const answer = await page.evaluate(
      async ({ method, path, body }): Promise<Answer> => {
        const { expressApp } = (window as unknown as RealWindow).gristOverrides;
        return expressApp.run({ method, path, ...(body !== '' && { body: JSON.parse(body) }) }).then(
          ({ data }) => ({ value: data }),
          ({ message, status, details }) => ({ thrown: { message, status: details?.status ?? status } }),
        );
      },
      { method: request.method.toLowerCase(), path: `${pathname}${search}`, body: text },
    );
    if ('value' in answer) return Response.json(answer.value);
    return Response.json({ error: answer.thrown.message }, { status: answer.thrown.status ?? 500 });
  };
  const docId = await page.evaluate(() => (window as unknown as RealWindow).gristOverrides.fakeDocId);

  return {
    plugin: createPluginDoc({
      fetchTable: async (tableId) =>
        (await call('fetchTable', tableId)) as Awaited<ReturnType<PluginDocApi['fetchTable']>>,
      applyUserActions: (...given) => call('applyUserActions', ...given),
    }),
    rest: createRestDoc({ url: demo.url, docId, key: 'none', fetch: send }),
    async close() {
      await context.close();
      await demo.close();
    },
  };
}
