import { createProxy } from '../../proxy/app.ts';
import { createLogger } from '../../proxy/log.ts';
import { openStorage } from '../../proxy/storage.ts';
import type { Turns } from '../../proxy/writes/turns.ts';
import type { Sandbox } from '../../sandbox/app.ts';
import { openSessions } from '../proxy/arrange.ts';
import { sandboxFetch } from './sandbox-fetch.ts';

/** A real proxy before a sandbox, as a `fetch`: without a socket, and for an editor who is always let in. */
export async function proxyFetch(sandbox: Sandbox, turns?: Turns): Promise<typeof fetch> {
  const { token, locationId } = sandbox.info;
  const { ledger } = await openStorage('file::memory:');
  const proxy = createProxy({
    sessions: openSessions('editor', { locationId, locationName: 'Sandbox', token: async () => token }),
    ledger,
    ...(turns && { turns }),
    highlevelUrl: 'http://highlevel.test',
    gristOrigins: ['https://grist.test'],
    logger: createLogger('silent', { write: () => {} }),
    fetch: sandboxFetch(sandbox),
  });
  return async (input, init) => proxy.fetch(new Request(input, init));
}
