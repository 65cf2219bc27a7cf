import { expect, test } from 'vitest';
import { createGristPage } from '../../demo/grist-page.ts';
import { createDemoGrist } from '../../demo/users.ts';

const open = () =>
  createGristPage({
    document: () => new Uint8Array([1, 2, 3]),
    startOver: async () => {},
    manifestUrl: () => 'http://localhost/manifest.json',
    gristServer: createDemoGrist(),
  });

const settingsOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="settings">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

test('the page carries its settings, with any characters', async () => {
  const page = open();
  const docId = '</script><script>alert(1)</script>';
  const settings = settingsOf(await (await page.request(`/?doc=${encodeURIComponent(docId)}`)).text());
  expect(settings).toMatchObject({ docId, readOnly: false });
});

test('documents of two processes have two ids', async () => {
  const [first, second] = await Promise.all(
    [open(), open()].map(async (page) => settingsOf(await (await page.request('/')).text()).docId),
  );
  expect(first).toMatch(/^\w{22}$/);
  expect(first).not.toBe(second);
});

test('Grist’s own files are cached by the browser', async () => {
  const page = open();
  const { gristUrl } = settingsOf(await (await page.request('/')).text());
  const script = await page.request(`${gristUrl}latest.js`);
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toMatch('javascript');
  expect(script.headers.get('cache-control')).toMatch('immutable');
});

test('the page’s own modules are served as JavaScript', async () => {
  const page = open();
  const main = await page.request('/page/main.ts');
  expect(main.headers.get('content-type')).toMatch('javascript');
  expect(await main.text()).not.toMatch('import type');
});

test.each([
  '/../package.json',
  '/page/../grist-page.ts',
  '/page/..%2fgrist-page.ts',
  '/grist-static-0.1.6/../../package.json',
  '/grist-static-0.1.6/..%2f..%2fpackage.json',
  '/grist-static-0.1.6/%2e%2e/package.json',
])('%s is not found', async (path) => {
  const page = open();
  expect((await page.fetch(new Request(`http://localhost${path}`))).status).toBe(404);
});
