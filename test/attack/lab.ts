import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGristServer } from '../../demo/grist-server.ts';
import { listen } from '../../proxy/server.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import type { Target } from './target.ts';

const docId = 'xzorDHpEQ7G97fDE5b2WYU';
const people = { visitor: 1, owner: 5, editor: 6, viewer: 7, writer: 8, reader: 9 };
type Person = keyof typeof people;

interface Settings {
  secretKey?: string;
  /** No file may become larger than this many bytes, as on a disk that is full. */
  largestFile?: number;
}

/** A proxy that was started for the attack, as it is shipped, and the HighLevel behind it. */
export interface Lab extends Target {
  sandbox: Sandbox;
  contactId: string;
  /** Answers in place of Grist, where it answers at all. */
  inGristsPlace: (request: Request) => Response | undefined;
  introduce(person: Person): Promise<{ origin: string; docId: string; token: string }>;
  /** A session of a person. */
  enter(person: Person): Promise<string>;
  /** Bytes of resident memory of the proxy; on Linux, else always 0. */
  memory(): number;
  /** Bytes of the files of its database. */
  stored(): readonly number[];
  /** Stops the proxy, and starts another over the same database: at another address. */
  restart(settings: Settings): Promise<void>;
  stop(): Promise<void>;
}

function residentMemory(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** Starts a proxy; answers with its process and its address. */
async function startProxy(env: NodeJS.ProcessEnv, { largestFile }: Settings) {
  const program = [process.execPath, 'dist/server/start.js'];
  // POSIX counts in blocks of 512 bytes.
  const command =
    largestFile === undefined
      ? program
      : ['sh', '-c', 'ulimit -f "$0"; exec "$@"', String(Math.ceil(largestFile / 512)), ...program];
  const [name = '', ...args] = command;
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The proxy ended with ${code}; npm run build makes it`)));
  });
  return { child, url: ready.replace('Ready ', '').replace(/\/$/, '') };
}

/** Starts what `npm run build` built, before a sandbox and a Grist. */
export async function startLab(): Promise<Lab> {
  const sandbox = createSandbox({ contacts: 5 });
  const highlevel = await serveSandbox(sandbox, { port: 0 });
  const access = {
    [people.visitor]: 'viewers',
    [people.owner]: 'owners',
    [people.editor]: 'editors',
    [people.viewer]: 'viewers',
    [people.writer]: 'editors',
    [people.reader]: 'viewers',
  } as const;
  const gristServer = createGristServer({ find: (id) => ({ docId: id, access }) });
  const fetchGrist = (request: Request) => lab.inGristsPlace(request) ?? gristServer.fetch(request);
  const grist = await listen(fetchGrist, { port: 0, host: '127.0.0.1' });
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  const metricsToken = 'a-token-of-the-metrics-of-the-lab';
  const secretKey = 'a-secret-of-the-lab-of-at-least-32-characters';
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    GRIST_URL: grist.url,
    GRIST_DOCS: docId,
    HIGHLEVEL_API_URL: highlevel.url,
    HIGHLEVEL_TOKEN: sandbox.info.token,
    HIGHLEVEL_LOCATION_ID: sandbox.info.locationId,
    DATABASE_URL: `file:${join(folder, 'proxy.db')}`,
    SECRET_KEY: secretKey,
    METRICS_TOKEN: metricsToken,
  };
  let proxy = await startProxy(env, {});
  const end = async () => {
    const ended = once(proxy.child, 'exit');
    proxy.child.kill('SIGTERM');
    await ended;
  };
  const introduce = async (person: Person) => ({
    origin: grist.url,
    docId,
    token: await gristServer.token(docId, people[person]),
  });
  const lab: Lab = {
    get url() {
      return proxy.url;
    },
    introduction: await introduce('editor'),
    secrets: [sandbox.info.token, secretKey, metricsToken],
    sandbox,
    contactId: sandbox.info.contactIds[0] ?? '',
    inGristsPlace: () => undefined,
    introduce,
    async enter(person) {
      const answer = await fetch(`${proxy.url}/api/session`, {
        method: 'POST',
        body: JSON.stringify(await introduce(person)),
      });
      return ((await answer.json()) as { session: string }).session;
    },
    memory: () => residentMemory(proxy.child.pid ?? 0),
    stored: () => readdirSync(folder).map((file) => statSync(join(folder, file)).size),
    async restart(settings) {
      await end();
      proxy = await startProxy({ ...env, SECRET_KEY: settings.secretKey ?? secretKey }, settings);
    },
    async stop() {
      await end();
      await Promise.all([highlevel.close(), grist.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return lab;
}
