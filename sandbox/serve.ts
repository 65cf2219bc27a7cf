import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Sandbox } from './app.ts';
import { CutConnection } from './inject-fault.ts';

export interface ServedSandbox {
  url: string;
  port: number;
  /** Resolves when the port is free; requests in progress are cut. */
  close(): Promise<void>;
}

/** Serves the sandbox over HTTP; a cut destroys the socket, as a broken network would. Port 0 chooses a free port. */
export async function serveSandbox(
  sandbox: Pick<Sandbox, 'fetch'>,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<ServedSandbox> {
  const server = createServer((incoming, outgoing) => {
    const listen = getRequestListener((request) => sandbox.fetch(request), {
      errorHandler: (error) => {
        if (error instanceof CutConnection) incoming.socket.destroy();
        return new Response(JSON.stringify({ statusCode: 500, message: 'Internal server error' }), { status: 500 });
      },
    });
    void listen(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
