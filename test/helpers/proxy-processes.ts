import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createGristServer } from '../../demo/grist-server.ts';
import { type Listener, listen } from '../../proxy/server.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';

const docId = 'xzorDHpEQ7G97fDE5b2WYU';
const owner = 5;
const publicUrl = 'http://panel.test';

/** A proxy that runs in a process of its own. */
export interface ProxyProcess {
  url: string;
  process: ChildProcess;
  /** As a lost machine would: nothing is tidied up. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** HighLevel and Grist on sockets, and as many proxies in front of them as are started, all on one database. */
export async function arrangeProcesses(databaseUrl: string) {
  const sandbox = createSandbox({ contacts: 5 });
  const highlevel = await serveSandbox(sandbox, { port: 0, host: '127.0.0.1' });
  const gristServer = createGristServer({ find: (id) => ({ docId: id, access: { [owner]: 'owners' } }) });
  const grist: Listener = await listen(gristServer.fetch, { port: 0, host: '127.0.0.1' });
  const running: ProxyProcess[] = [];

  /** `ahead`: milliseconds by which its clock is. */
  async function startProxy({ ahead = 0 } = {}): Promise<ProxyProcess> {
    const clock = `const { now } = Date; Date.now = () => now() + ${ahead};`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(clock)}`, 'dist/server/start.js'];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        PUBLIC_URL: publicUrl,
        GRIST_URL: grist.url,
        HIGHLEVEL_CLIENT_ID: sandbox.info.clientId,
        HIGHLEVEL_CLIENT_SECRET: sandbox.info.clientSecret,
        HIGHLEVEL_API_URL: highlevel.url,
        HIGHLEVEL_AUTHORIZE_URL: `${highlevel.url}/v2/oauth/chooselocation`,
        SECRET_KEY: 'a-secret-for-tests-of-at-least-32-characters',
        DATABASE_URL: databaseUrl,
      },
    });
    const lines: string[] = [];
    child.stderr.on('data', (data) => lines.push(String(data)));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('Ready ')) resolve(line.slice('Ready '.length).replace(/\/$/, ''));
      });
      child.once('exit', () => reject(new Error(`The proxy did not start:\n${lines.join('\n')}`)));
    });
    const end = async (signal: NodeJS.Signals) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    };
    const proxy = { url, process: child, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
    running.push(proxy);
    return proxy;
  }

  async function request(
    proxy: ProxyProcess,
    method: string,
    path: string,
    session?: string,
    body?: unknown,
    headers = {},
  ) {
    const answer = await fetch(`${proxy.url}${path}`, {
      method,
      headers: { ...headers, ...(session !== undefined && { authorization: `Bearer ${session}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
  }

  /** As a panel does: comes back when it is told to wait. */
  async function insist(...asked: Parameters<typeof request>) {
    for (;;) {
      const answer = await request(...asked);
      if (answer.status !== 429) return answer;
      const { retryAfter = 1 } = answer.body.error as { retryAfter?: number };
      await wait(retryAfter * 1000);
    }
  }

  async function enter(proxy: ProxyProcess): Promise<string> {
    const token = await gristServer.token(docId, owner);
    const { body } = await request(proxy, 'POST', '/api/session', undefined, { origin: grist.url, docId, token });
    return String(body.session);
  }

  async function connect(proxy: ProxyProcess): Promise<string> {
    const session = await enter(proxy);
    const { url } = (await request(proxy, 'POST', '/api/connection/begin', session)).body as { url: string };
    const form = new URLSearchParams([...new URL(url).searchParams, ['choice', sandbox.info.locationId]]);
    const chosen = await fetch(url.split('?')[0] ?? '', { method: 'POST', body: form, redirect: 'manual' });
    const back = new URL(chosen.headers.get('location') ?? '');
    const page = await (await fetch(`${proxy.url}${back.pathname}${back.search}`)).text();
    const claim = /data-claim="([^"]+)"/.exec(page)?.[1];
    await request(proxy, 'POST', '/api/connection', session, { claim });
    return session;
  }

  async function close() {
    await Promise.all(running.map((proxy) => proxy.kill()));
    await Promise.all([grist.close(), highlevel.close()]);
  }

  const redemptions = () =>
    sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/oauth/token')).length;
  return {
    sandbox,
    startProxy,
    request,
    insist,
    enter,
    connect,
    close,
    redemptions,
    contactId: sandbox.info.contactIds[0] ?? '',
  };
}
