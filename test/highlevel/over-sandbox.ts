import { createApi } from '../../highlevel/client.ts';
import { createSandbox, type SandboxOptions } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';

export interface Sent {
  method: string;
  path: string;
  version: string | null;
  body: unknown;
}

/** A sandbox with few contacts, the client over it, and what the client sent. */
export function overSandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ contacts: 60, ...options });
  const sent: Sent[] = [];
  const inner = sandboxFetch(sandbox);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = await request.clone().text();
    sent.push({
      method: request.method,
      path: pathname + search,
      version: request.headers.get('version'),
      body: body && JSON.parse(body),
    });
    return inner(request);
  };
  const { token, locationId, companyId, contactIds } = sandbox.info;
  const api = createApi({ via: 'direct', url: 'http://127.0.0.1', token }, { fetch });
  return { sandbox, api, sent, locationId, companyId, contactIds, contactId: contactIds[0] as string };
}
