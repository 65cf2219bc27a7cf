import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createGristServer } from '../../demo/grist-server.ts';
import { listen } from '../../proxy/server.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';

const run = promisify(execFile);
const docId = 'xzorDHpEQ7G97fDE5b2WYU';
const owner = 5;
/** An empty folder, in which the package is all that there is. */
let folder = '';
let tarball = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  // What is built is there already: the build that packing begins with is left out.
  await run('node', ['scripts/shrinkwrap.js', 'write']);
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  await run('node', ['scripts/shrinkwrap.js', 'remove']);
  tarball = join(folder, stdout.trim());
  await run('npm', ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Its own Grist and HighLevel, and the settings that lead to them. */
async function arrange() {
  const sandbox = createSandbox({ contacts: 1 });
  const highlevel = await serveSandbox(sandbox, { port: 0 });
  const gristServer = createGristServer({ find: (id) => ({ docId: id, access: { [owner]: 'owners' } }) });
  const grist = await listen(gristServer.fetch, { port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await Promise.all([highlevel.close(), grist.close()]);
  });
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    GRIST_URL: grist.url,
    GRIST_DOCS: docId,
    HIGHLEVEL_API_URL: highlevel.url,
    HIGHLEVEL_TOKEN: sandbox.info.token,
    HIGHLEVEL_LOCATION_ID: sandbox.info.locationId,
  };
  const introduce = async () => ({ origin: grist.url, docId, token: await gristServer.token(docId, owner) });
  return { sandbox, env, introduce };
}

const command = async (args: readonly string[], env: NodeJS.ProcessEnv = { PATH: process.env.PATH }) =>
  run('npx', ['--no-install', 'grist-highlevel-panel', ...args], { cwd: folder, env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );

test('the package brings what was built, and no sources, tests or tools', async () => {
  const { stdout } = await run('tar', ['-tzf', tarball]);
  const files = stdout.split('\n').filter(Boolean);
  expect(files).toContain('package/dist/server/start.js');
  expect(files).toContain('package/dist/widget/index.html');
  expect(files).toContain('package/npm-shrinkwrap.json');
  expect(files.filter((file) => /\.tsx?$|\/test\/|panel\.env|\/\.env$|\.db$|secret/.test(file))).toEqual([]);
  await expect(run('ls', [resolve(folder, 'node_modules/vite')])).rejects.toThrow();
});

test('it says what it can do, and what is wrong with an option', async () => {
  expect(await command(['--help'])).toMatchObject({ code: 0, text: expect.stringContaining('--check') });
  expect((await command(['--version'])).text).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await command(['--bogus'])).toMatchObject({ code: 1, text: expect.stringContaining('--bogus') });
});

test('it tries the settings and leaves', async () => {
  const { env } = await arrange();
  const good = await command(['--check'], env);
  expect(good).toMatchObject({ code: 0, text: expect.stringContaining('HighLevel takes the token') });
  expect(good.text).not.toContain('FAIL');
  const bad = await command(['--check'], {
    ...env,
    HIGHLEVEL_TOKEN: 'pit-of-somebody-else',
    GRIST_URL: 'http://127.0.0.1:9',
  });
  expect(bad).toMatchObject({ code: 1, text: expect.stringContaining('FAIL  HIGHLEVEL_TOKEN') });
  expect(bad.text).toContain('FAIL  The proxy cannot reach Grist');
  expect(bad.text).not.toContain('pit-of-somebody-else');
  expect(await command(['--check'])).toMatchObject({ code: 1, text: expect.stringContaining('No location') });
});

test('it starts, is ready, forwards a call, and stops', async () => {
  const { sandbox, env, introduce } = await arrange();
  const child = spawn(join(folder, 'node_modules/.bin/grist-highlevel-panel'), { cwd: folder, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [ready] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = ready.replace('Ready ', '').replace(/\/$/, '');
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
  expect(await (await fetch(url)).text()).toContain('grist-origins');
  const opened = await fetch(`${url}/api/session`, { method: 'POST', body: JSON.stringify(await introduce()) });
  const { session } = (await opened.json()) as { session: string };
  const contact = await fetch(`${url}/api/highlevel/contacts/${sandbox.info.contactIds[0]}`, {
    headers: { authorization: `Bearer ${session}` },
  });
  expect(contact.status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});
