import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { arrange as arrangeProxy } from './arrange.ts';

const script = 'export const large = 1;\n'.repeat(100);

/** A proxy before a built widget of three files. */
async function arrange() {
  const folder = mkdtempSync(join(tmpdir(), 'widget-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><head><title>HighLevel panel</title></head>');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/index-abc.js'), script);
  writeFileSync(join(folder, 'assets/index-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/index-abc.js.gz'), gzipSync(script));
  const { proxy } = await arrangeProxy({ widgetFolder: folder });
  const get = (path: string, headers: Record<string, string> = {}) =>
    proxy.request(`http://127.0.0.1${path}`, { headers });
  return { get };
}

test('serves the page with its type, to be asked for each time', async () => {
  const { get } = await arrange();
  const answer = await get('/');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('HighLevel panel');
  expect(answer.headers.get('content-type')).toMatch('text/html');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test('names the Grists whose messages the panel takes', async () => {
  const { get } = await arrange();
  for (const path of ['/', '/index.html']) {
    expect(await (await get(path)).text()).toContain(
      '<meta name="grist-origins" content="https://grist.example.org" />',
    );
  }
});

test('says that the page is still the same', async () => {
  const { get } = await arrange();
  const etag = (await get('/')).headers.get('etag') as string;
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('lets browsers keep what carries a hash for ever', async () => {
  const { get } = await arrange();
  const answer = await get('/assets/index-abc.js');
  expect(answer.headers.get('content-type')).toMatch('text/javascript');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  expect((await get('/icon.svg')).headers.get('content-type')).toMatch('image/svg+xml');
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['identity', null],
])('answers who accepts %s with %s', async (accepted, encoding) => {
  const { get } = await arrange();
  const answer = await get('/assets/index-abc.js', { 'accept-encoding': accepted });
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
  if (encoding === 'br') {
    expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script);
  }
});

test.each(['/assets/', '/assets/missing.js', '/../package.json', '/%2e%2e/package.json', '/assets/..%2findex.html'])(
  'serves no %s',
  async (path) => {
    const { get } = await arrange();
    expect((await get(path)).status).toBe(404);
  },
);

test('says how to build the widget when there is none', async () => {
  const { proxy } = await arrangeProxy({ widgetFolder: join(tmpdir(), 'no-such-widget') });
  const answer = await proxy.request('http://127.0.0.1/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build');
  expect((await proxy.request('http://127.0.0.1/readyz')).status).toBe(503);
  expect((await proxy.request('http://127.0.0.1/healthz')).status).toBe(200);
});

test('is ready once the widget is built', async () => {
  const { get } = await arrange();
  expect((await get('/readyz')).status).toBe(200);
});
