import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface Listener {
  url: string;
  port: number;
  /** Takes no more requests, lets those that run come to their end, and then is closed. */
  close(): Promise<void>;
}

export interface Place {
  port: number;
  host: string;
  /** Milliseconds that a request may still run once the server is stopping. @default 10000 */
  grace?: number;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Answers requests on a port of this machine; 0 is any free one. Fails when the port is taken. */
export async function listen(fetch: Fetch, { port, host, grace = 10_000 }: Place): Promise<Listener> {
  let running = 0;
  let lastEnded = () => {};
  const server = createAdaptorServer({
    async fetch(request: Request, env: object) {
      running += 1;
      try {
        return await fetch(request, env);
      } finally {
        running -= 1;
        if (running === 0) lastEnded();
      }
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
      let late: NodeJS.Timeout | undefined;
      const givenUp = new Promise<void>((giveUp) => {
        late = setTimeout(() => {
          server.closeAllConnections();
          giveUp();
        }, grace);
      });
      server.close(async () => {
        clearInterval(idle);
        // A write whose widget went away has no socket any more, and comes to its end all the same.
        const ended = new Promise<void>((end) => {
          lastEnded = end;
        });
        if (running > 0) await Promise.race([ended, givenUp]);
        clearTimeout(late);
        resolve();
      });
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken, close };
}
