import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { buildDocument } from '../demo/document/build.ts';
import { createGristPage, gristUrl } from '../demo/grist-page.ts';
import { createDemoGrist } from '../demo/users.ts';
import { root } from '../proxy/package-root.ts';
import { launchBrowser } from '../test/helpers/browser.ts';

interface GristWindow {
  gristDocPageModel: {
    gristDoc: { get(): { docData: { getMetaTable(id: string): { getRecords(): Record<string, unknown>[] } } } | null };
  };
  gristOverrides: {
    fakeDocId: string;
    expressApp: { run(request: { method: string; path: string }): Promise<{ data: Uint8Array }> };
  };
  __staticTestBridge: { applyUserActions(actions: unknown): Promise<{ retValues: unknown[] }> };
}

/** Freezes time and randomness, which Grist writes into a document, so that each run builds the same file. */
function freeze(): void {
  const instant = Date.UTC(2025, 0, 1);
  Date.now = () => instant;
  let step = 0;
  Math.random = () => {
    step = (step * 16_807 + 12_345) % 2_147_483_647;
    return step / 2_147_483_647;
  };
}

const page = createGristPage({
  document: () => new Uint8Array(),
  startOver: async () => {},
  manifestUrl: () => '',
  gristServer: createDemoGrist(),
});
page.get('/blank', (c) =>
  c.html(
    `<script src="${gristUrl}latest.js"></script><body><script>bootstrapGrist({ name: 'Customers' })</script></body>`,
  ),
);
const server = serve({ fetch: page.fetch, port: 0, hostname: '127.0.0.1' });
const browser = await launchBrowser();
try {
  const tab = await browser.newPage();
  await tab.addInitScript(freeze);
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/blank`);
  await tab.waitForFunction(() => {
    const grist = window as unknown as GristWindow;
    return grist.__staticTestBridge && grist.gristDocPageModel?.gristDoc.get();
  });
  await buildDocument({
    apply: (actions) =>
      tab.evaluate(
        async (list) => (await (window as unknown as GristWindow).__staticTestBridge.applyUserActions(list)).retValues,
        actions,
      ),
    readMeta: (tableId) =>
      tab.evaluate((id) => {
        const document = (window as unknown as GristWindow).gristDocPageModel.gristDoc.get();
        return [...(document?.docData.getMetaTable(id).getRecords() ?? [])];
      }, tableId),
  });
  const bytes = await tab.evaluate(async () => {
    const { fakeDocId, expressApp } = (window as unknown as GristWindow).gristOverrides;
    const path = `/api/docs/${fakeDocId}/download?nohistory=true`;
    return [...(await expressApp.run({ method: 'get', path })).data];
  });
  await writeFile(join(root, 'demo/document/customers.grist'), Uint8Array.from(bytes));
  console.log(`demo/document/customers.grist: ${bytes.length} bytes`);
} finally {
  await browser.close();
  server.close();
}
