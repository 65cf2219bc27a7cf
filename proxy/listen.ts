import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** How long a request may still run once a stop is asked for. */
const GRACE = 10_000;

export interface Listener {
  url: string;
  port: number;
  /** Takes no more requests, lets those that run come to their end, and then is closed. */
  close(): Promise<void>;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Answers requests on a port of this machine; 0 is any free one. Fails when the port is taken. */
export async function listen(fetch: Fetch, { port, host }: { port: number; host: string }): Promise<Listener> {
  const running = new Set<unknown>();
  const server = createAdaptorServer({
    async fetch(request: Request, env: object) {
      const answer = Promise.resolve(fetch(request, env));
      running.add(answer);
      return answer.finally(() => running.delete(answer));
    },
    serverOptions: { requestTimeout: 60_000, headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  const close = () =>
    new Promise<void>((resolve) => {
      // Node closes the sockets that idle now; one that still answers idles a moment later.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const grace = new AbortController();
      const late = setTimeout(() => {
        server.closeAllConnections();
        grace.abort();
      }, GRACE);
      server.close(async () => {
        clearInterval(idle);
        // A write whose widget went away has no socket any more, and comes to its end all the same.
        await Promise.race([Promise.allSettled(running), once(grace.signal, 'abort')]);
        clearTimeout(late);
        resolve();
      });
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken, close };
}
