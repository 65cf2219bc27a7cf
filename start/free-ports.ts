import { createServer } from 'node:net';

/** Places that are tried: enough to step over a demo or two that run already. */
const tries = 20;

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/**
 * Finds the first of `count` neighbouring ports that are free, from `port` on; all of them move together, so that each address
 * that is printed is true. 0 leaves the choice to the system. Answers `port` itself where none was found: listening then reports
 * the reason.
 */
export async function freePorts({ port, host }: { port: number; host: string }, count: number): Promise<number> {
  if (port === 0) return 0;
  for (let first = port; first < port + tries * count && first + count <= 65_536; first += count) {
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map((one) => isFree(one, host)));
    if (free.every(Boolean)) return first;
  }
  return port;
}
