import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

/** `npm start` as a person runs it, but for the build, which has just been made; ends with the test. */
function start(environment: Record<string, string>): ChildProcess {
  const npm = spawn('npm', ['start', '--ignore-scripts'], { env: { ...process.env, ...environment }, detached: true });
  onTestFinished(() => {
    try {
      process.kill(-(npm.pid as number), 'SIGKILL');
    } catch {
      // It is gone, which is what the test is about.
    }
  });
  return npm;
}

/** Reads on until a line begins with the word, and answers the words after it. */
async function wordsAfter(lines: AsyncIterator<string>, word: string): Promise<string[]> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error(`npm start ended without a line "${word}".`);
    if (value.startsWith(`${word} `)) return value.split(' ').slice(1);
  }
}
const linesOf = (npm: ChildProcess) =>
  createInterface({ input: npm.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();

const isOpen = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('npm start shows the demo and leaves nothing behind when npm is stopped', async () => {
  const npm = start({ PORT: '0' });
  const lines = linesOf(npm);
  const [url = ''] = await wordsAfter(lines, 'Ready');
  const [widgetUrl = ''] = await wordsAfter(lines, 'Widget');
  const [sandboxUrl = '', token, locationId] = await wordsAfter(lines, 'Sandbox');
  expect((await fetch(widgetUrl)).status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('<html');
  const location = await fetch(`${sandboxUrl}/locations/${locationId}`, {
    headers: { authorization: `Bearer ${token}`, version: '2021-07-28' },
  });
  expect(location.status).toBe(200);
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await expect.poll(() => isOpen(url)).toBe(false);
  await expect.poll(() => isOpen(sandboxUrl)).toBe(false);
});

test('a port that is taken moves all addresses of the demo alike', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const lines = linesOf(start({ PORT: String(port) }));
  const [ready = ''] = await wordsAfter(lines, 'Ready');
  const [widget = ''] = await wordsAfter(lines, 'Widget');
  const [sandbox = ''] = await wordsAfter(lines, 'Sandbox');
  const first = Number(new URL(widget).port);
  expect(first).not.toBe(port);
  expect([ready, sandbox].map((url) => Number(new URL(url).port))).toEqual([first + 1, first + 2]);
  expect((await fetch(widget)).status).toBe(200);
});

test('npm start says what is wrong with the configuration', async () => {
  const npm = start({ PORT: 'eighty' });
  let said = '';
  npm.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(npm, 'close');
  expect(code).toBe(1);
  expect(said).toContain('PORT is not a port, 0 to 65535. For example: PORT=8787');
});

test('npm start with a location serves the widget to its Grist and the API to no other', async () => {
  const npm = start({
    PORT: '0',
    GRIST_URL: 'http://127.0.0.1:9',
    GRIST_DOCS: 'xzorDHpEQ7G97fDE5b2WYU',
    HIGHLEVEL_TOKEN: 'pit-00000000-0000-0000-0000-000000000000',
    HIGHLEVEL_LOCATION_ID: 've9EPM428h8vShlRW1KT',
    DATABASE_URL: 'file::memory:',
  });
  const [url = ''] = await wordsAfter(linesOf(npm), 'Ready');
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:9');
  const body = JSON.stringify({ origin: 'https://grist.example.org', docId: 'xzorDHpEQ7G97fDE5b2WYU', token: 'a.b.c' });
  expect((await fetch(`${url}/api/session`, { method: 'POST', body })).status).toBe(403);
});
