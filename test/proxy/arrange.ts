import { createProxy, type ProxyOptions } from '../../proxy/app.ts';
import { createDemoSessions } from '../../proxy/demo-sessions.ts';
import { createLogger } from '../../proxy/log.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';

export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A proxy before a sandbox, what it sends there, what it logs, and a caller who holds a session. */
export async function arrange(options: Partial<ProxyOptions> = {}) {
  const sandbox = createSandbox({ contacts: 5 });
  const { locationId, token } = sandbox.info;
  const sent: Sent[] = [];
  const log: string[] = [];
  const reach = options.fetch ?? sandboxFetch(sandbox);

  const proxy = createProxy({
    sessions: createDemoSessions({ locationId, locationName: 'Sandbox', token: async () => token }),
    highlevelUrl: 'http://highlevel.test',
    frameAncestors: ['https://grist.example.org'],
    logger: createLogger('info', { write: (line) => void log.push(line) }),
    ...options,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        body: await request.clone().text(),
      });
      return reach(input, init);
    },
  });

  const opened = await proxy.request('http://127.0.0.1/api/session', {
    method: 'POST',
    body: JSON.stringify({ origin: 'https://grist.example.org', docId: 'demo', token: '' }),
  });
  const { session } = (await opened.json()) as { session: string };

  const call = (method: string, path: string, { body, headers }: CallOptions = {}) =>
    proxy.request(`http://127.0.0.1/api/highlevel${path}`, {
      method,
      headers: { authorization: `Bearer ${session}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const contactId = sandbox.info.contactIds[0] as string;
  return { sandbox, proxy, sent, log, session, call, contactId, locationId };
}

/** The `error` of an answer. */
export async function errorOf(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const { error } = (await (await answer).json()) as { error: Record<string, unknown> };
  return error;
}
