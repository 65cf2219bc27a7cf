import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const reverseProxies = ['nginx', 'caddy'] as const;
export type ReverseProxy = (typeof reverseProxies)[number];

export const isInstalled = (name: ReverseProxy): boolean =>
  !spawnSync(name, [name === 'nginx' ? '-v' : 'version']).error;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** The site of the panel as `deploy/nginx.conf` has it, on a port of this machine without TLS. */
function nginxFile(folder: string, port: number, upstream: string): string {
  const deployed = readFileSync('deploy/nginx.conf', 'utf8');
  const [site = ''] = /^server \{[\s\S]*?^\}/m.exec(deployed) ?? [];
  const plain = site
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_certificate.*\n/gm, '')
    .replace(/^ *access_log.*\n/gm, '');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  ${places.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream panel { server ${new URL(upstream).host}; keepalive 16; }
  ${plain}
}
`;
}

/** The site of the panel as `deploy/Caddyfile` has it. */
function caddyFile(port: number, upstream: string): string {
  const deployed = readFileSync('deploy/Caddyfile', 'utf8');
  const [site = ''] = /^\{\$PANEL_HOST\} \{[\s\S]*?^\}/m.exec(deployed) ?? [];
  const plain = site.replace('{$PANEL_HOST}', `http://127.0.0.1:${port}`).replace('panel:8787', new URL(upstream).host);
  return `{\n  admin off\n  auto_https off\n}\n${plain}\n`;
}

export interface RunningProxy {
  url: string;
  stop(): Promise<void>;
}

async function whenAnswering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await wait(20);
  }
}

/** Starts the reverse proxy with its file of `deploy/`, before `upstream`. */
export async function startReverseProxy(name: ReverseProxy, upstream: string): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  // Started by root, nginx stores bodies there as another user.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const file = join(folder, name === 'nginx' ? 'nginx.conf' : 'Caddyfile');
  writeFileSync(file, name === 'nginx' ? nginxFile(folder, port, upstream) : caddyFile(port, upstream));
  const args =
    name === 'nginx'
      ? ['-p', folder, '-c', file, '-e', join(folder, 'error.log')]
      : ['run', '--config', file, '--adapter', 'caddyfile'];
  const child = spawn(name, args, { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder } });
  const url = `http://127.0.0.1:${port}`;
  await whenAnswering(url, child);
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
