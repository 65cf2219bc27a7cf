import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/app.ts';

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
  headers: Headers;
}

export interface OpenedSandbox {
  sandbox: Sandbox;
  /** The first contact's path, `/contacts/<id>`. */
  contact: string;
  locationId: string;
  /** Sends one request as an integration would: token, version and JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Moves the sandbox's clock. */
  pass(ms: number): void;
}

export const startOfTests = Date.parse('2026-11-20T10:30:00Z');

/** A small sandbox under a fixed clock, without a rate limit unless the test sets one. */
export function openSandbox(options: SandboxOptions = {}): OpenedSandbox {
  let now = startOfTests;
  const sandbox = createSandbox({ contacts: 60, now: () => now, limits: { enabled: false }, ...options });
  const { locationId, token, contactIds } = sandbox.info;
  return {
    sandbox,
    locationId,
    contact: `/contacts/${contactIds[0]}`,
    pass(ms) {
      now += ms;
    },
    async send(method, path, body, headers = {}) {
      const request = new Request(`http://highlevel.test${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          version: '2021-07-28',
          'content-type': 'application/json',
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const response = await sandbox.fetch(request);
      return { status: response.status, body: await response.json(), headers: response.headers };
    },
  };
}
