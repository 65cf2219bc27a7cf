import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGristServer } from '../../demo/grist-server.ts';
import { listen } from '../../proxy/server.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import type { Target } from './target.ts';

const docId = 'xzorDHpEQ7G97fDE5b2WYU';
const people = { owner: 5, editor: 6, viewer: 7 };

/** A proxy that was started for the attack, as it is shipped, and the HighLevel behind it. */
export interface Lab extends Target {
  sandbox: Sandbox;
  contactId: string;
  /** A session of a person. */
  enter(person: keyof typeof people): Promise<string>;
  /** Bytes of resident memory of the proxy; on Linux, else always 0. */
  memory(): number;
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

/** Starts what `npm run build` built, before a sandbox and a Grist. */
export async function startLab(): Promise<Lab> {
  const sandbox = createSandbox({ contacts: 5 });
  const highlevel = await serveSandbox(sandbox, { port: 0 });
  const access = { [people.owner]: 'owners', [people.editor]: 'editors', [people.viewer]: 'viewers' } as const;
  const gristServer = createGristServer({ find: (id) => ({ docId: id, access }) });
  const grist = await listen(gristServer.fetch, { port: 0, host: '127.0.0.1' });
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  const metricsToken = 'a-token-of-the-metrics-of-the-lab';
  const secretKey = 'a-secret-of-the-lab-of-at-least-32-characters';
  const child = spawn(process.execPath, ['dist/server/start.js'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
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
    },
  });
  const [ready] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = ready.replace('Ready ', '').replace(/\/$/, '');
  const introduce = async (person: keyof typeof people) => ({
    origin: grist.url,
    docId,
    token: await gristServer.token(docId, people[person]),
  });
  return {
    url,
    introduction: await introduce('editor'),
    secrets: [sandbox.info.token, secretKey, metricsToken],
    sandbox,
    contactId: sandbox.info.contactIds[0] ?? '',
    async enter(person) {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        body: JSON.stringify(await introduce(person)),
      });
      return ((await answer.json()) as { session: string }).session;
    },
    memory: () => residentMemory(child.pid ?? 0),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await Promise.all([highlevel.close(), grist.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
