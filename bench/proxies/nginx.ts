import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stop, usageOf } from './child.ts';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

const configuration = (folder: string, port: number, upstream: string, token: string) => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream highlevel { server ${new URL(upstream).host}; keepalive 32; }
  server {
    listen 127.0.0.1:${port};
    keepalive_requests 1000000;
    location / {
      proxy_pass http://highlevel;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Authorization "Bearer ${token}";
      proxy_set_header Version "2021-07-28";
    }
  }
}
`;

/** Starts the nginx of `NGINX_PATH` or of this machine; `null` if there is none. */
export async function startNginx(upstream: string, token: string) {
  const program = process.env.NGINX_PATH ?? 'nginx';
  if (spawnSync(program, ['-v']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, upstream, token));
  const child = spawn(program, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  const { pid = 0 } = child;
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(url).then(
      (answer) => answer.text(),
      () => undefined,
    );
  for (let tries = 0; (await answers()) === undefined; tries += 1) {
    if (tries > 200) throw new Error('nginx did not start');
    await wait(20);
  }
  return {
    url,
    usage: () => usageOf(pid),
    async stop() {
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
