import { type Logger, pino } from 'pino';
import { listen } from '../proxy/server.ts';
import { openStorage } from '../proxy/storage.ts';
import { createSandbox, type Sandbox } from '../sandbox/app.ts';
import { serveSandbox } from '../sandbox/serve.ts';
import { makeDocument } from './document.ts';
import { createConnectedProxy, createUnconnectedProxy } from './proxy.ts';
import { type DemoGrist, serveGrist } from './serve-grist.ts';

export interface Demo {
  /** The page of Grist with the document. */
  url: string;
  widgetUrl: string;
  /** The current HighLevel; starting over creates a new one. */
  readonly sandbox: Sandbox;
  sandboxUrl: string;
  /** The document that each new page opens: a SQLite file. */
  document: Uint8Array;
  close(): Promise<void>;
}

export interface DemoOptions {
  port: number;
  host?: string;
  /** Whether the document is connected at the start; otherwise an owner connects it. @default true */
  connected?: boolean;
  /** The Grist that shows it; one of its own when absent. */
  grist?: DemoGrist;
  /** @default warnings and errors, to standard output */
  logger?: Logger;
}

/**
 * Starts the demo in one process: the proxy with the widget on `port`, Grist on the next one, the sandbox on the one after
 * that; port 0 chooses free ports. The widget has another origin than Grist, as in production.
 */
export async function startDemo({
  port,
  host = '127.0.0.1',
  connected = true,
  grist: existing,
  logger = pino({ level: 'warn' }),
}: DemoOptions): Promise<Demo> {
  const nextPort = (offset: number) => ({ port: port === 0 ? 0 : port + offset, host });
  let sandbox = createSandbox();
  let document = new Uint8Array();

  const highlevel = await serveSandbox({ fetch: (request) => sandbox.fetch(request) }, nextPort(2));
  const grist = existing ?? (await serveGrist(nextPort(1)));
  const storage = await openStorage('file::memory:');
  const parts = {
    gristUrl: grist.url,
    highlevelUrl: highlevel.url,
    storage,
    logger,
    sandbox: () => sandbox,
  };
  // The widget's address is known only after it listens.
  const widget = await listen((request, env) => proxy.fetch(request, env), nextPort(0));
  const widgetUrl = `http://localhost:${widget.port}/`;
  const proxy = connected ? createConnectedProxy(parts) : createUnconnectedProxy(parts, widgetUrl);
  document = await makeDocument(sandbox, widgetUrl);
  grist.show({ document: () => document, startOver, manifestUrl: () => `${widgetUrl}manifest.json` });

  async function startOver(): Promise<void> {
    const fresh = createSandbox();
    document = await makeDocument(fresh, widgetUrl);
    sandbox = fresh;
  }

  return {
    url: `${grist.url}/`,
    widgetUrl,
    get sandbox() {
      return sandbox;
    },
    sandboxUrl: highlevel.url,
    get document() {
      return document;
    },
    async close() {
      await storage.bus.close();
      await Promise.all([widget.close(), highlevel.close(), existing === undefined && grist.close()]);
      await storage.close();
    },
  };
}
