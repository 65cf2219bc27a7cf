import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's own services would leave this machine (updates, accounts, field trials); no test needs a name. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts the browser of the tests: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path));
  const { executablePath, env } = found ? { executablePath: found, env: {} } : await unpackBrowser();
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
}

let shared: Promise<Browser> | undefined;

/** The browser of all test files that this process runs; it ends with the process. Each test has a context of its own in it. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

/** Unpacks the browser that `@sparticuz/chromium` carries, once, into a folder that lives and dies with the package. */
async function unpackBrowser() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = join(dirname(entry), '../../unpacked');
  if (!existsSync(folder)) await unpackInto(folder);
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // Exit code 127: the loader misses a library, as on a machine that never had a browser.
  if (spawnSync(executablePath, ['--version']).status === 127) env.LD_LIBRARY_PATH = join(folder, 'al2023/lib');
  return { executablePath, env };
}

/** Two runs may start together, and half an unpacked browser must never be taken for a whole one: hence the rename. */
async function unpackInto(folder: string): Promise<void> {
  const temporary = await mkdtemp(`${folder}-`);
  const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  // The package unpacks into the temporary folder, and its shared libraries only where it believes to be in a Lambda.
  Object.assign(process.env, { TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH });
  }
  await writeFile(join(temporary, 'fonts.conf'), fontConfiguration(folder));
  await rename(temporary, folder).catch(() => rm(temporary, { recursive: true }));
}

/** The package's own font comes first, so that text is as wide on every machine; the system's fonts fill the gaps. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern"><edit name="family" mode="append" binding="strong"><string>Open Sans</string></edit></match>
</fontconfig>
`;

function restore(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
